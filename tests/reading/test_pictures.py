import io

import pytest
from PIL import Image

import leaterms
from leaterms.errors import InputError
from tests.reading.houses import lying, newsletter
from tests.reading.making import word_bytes
from tests.reading.minutes import MINUTES

BLUE, YELLOW = (0, 70, 140), (255, 225, 90)


def read(folder, house):
    path = folder / "verslag.pdf"
    path.write_bytes(house(MINUTES).content)
    return leaterms.read(path)


def pixels(picture):
    image = Image.open(io.BytesIO(picture._repr_png_()))
    found = {colour: count for count, colour in image.getcolors(1 << 24)}
    return image, found


def test_a_page_shows_its_items_in_frames(tmp_path):
    document = read(tmp_path, newsletter)
    picture = document.picture(1, scale=1)
    image, colours = pixels(picture)

    assert (image.size, picture.page) == ((596, 842), 1)
    assert colours[BLUE] > 1000
    assert YELLOW not in colours


def test_places_are_marked_below_their_letters(tmp_path):
    document = read(tmp_path, newsletter)
    item = next(item for item in document.outline if item.number == "4")
    start = item.text.index("doelgroepdefinitie")
    (place,) = document.places(item.index, start, start + len("doelgroepdefinitie"))
    image, _ = pixels(document.picture(1, marks=[place], scale=2))
    box = place.boxes[0]
    marked = image.crop([round(2 * v) for v in (box.x0, box.y0, box.x1, box.y1)])
    found = {colour for _, colour in marked.getcolors(1 << 24)}

    assert YELLOW in found
    assert min(sum(colour) for colour in found) < 60  # the letters are black still


def test_a_turned_page_is_shown_as_it_is_read(tmp_path):
    image, colours = pixels(read(tmp_path, lying).picture(1, scale=1))

    assert image.size == (842, 596)
    assert colours[BLUE] > 500


def test_a_page_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ValueError, match="there is no page 9 among 1"):
        read(tmp_path, newsletter).picture(9)


def test_a_word_file_has_no_pages_to_show(tmp_path):
    path = tmp_path / "agenda.docx"
    path.write_bytes(word_bytes(lambda document: document.add_paragraph("Agenda")))

    with pytest.raises(InputError, match="alleen een PDF heeft vaste pagina's om te tonen"):
        leaterms.read(path).picture(1)
