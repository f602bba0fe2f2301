import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.archive import find_files
from leaterms.archive.files import ArchiveFile, _distinct, printable
from leaterms.errors import InputError

posix = sys.platform not in {"win32", "darwin"}  # file names are bytes, and links are free


@pytest.fixture
def make(tmp_path):
    """Make files of a few bytes, with their folders."""

    def write(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"iets")
        return tmp_path

    return write


def paths(*roots, **options):
    return [file.path for file in find_files(roots, **options).files]


def test_every_file_is_found_once_by_path(make):
    root = make("b/2.pdf", "b/1.pdf", "a.pdf", "B.pdf", "c/d/e.txt", ".verborgen.docx", "zonder")

    assert paths(root) == [
        ".verborgen.docx",
        "B.pdf",
        "a.pdf",
        "b/1.pdf",
        "b/2.pdf",
        "c/d/e.txt",
        "zonder",
    ]


def test_an_empty_folder_has_no_files(tmp_path):
    assert paths(tmp_path) == []


def test_a_single_file_is_relative_to_its_folder(make):
    root = make("map/a.pdf", "map/b.pdf")

    assert paths(root / "map" / "a.pdf") == ["a.pdf"]


def test_a_file_lies_where_it_was_found(make):
    root = make("map/a.pdf")

    assert find_files([root]).files == (ArchiveFile("map/a.pdf", root / "map" / "a.pdf"),)


def test_paths_of_several_roots_begin_with_the_name_of_their_root(make):
    root = make("diemen/a.pdf", "weesp/a.pdf")

    assert paths(root / "weesp", root / "diemen") == ["diemen/a.pdf", "weesp/a.pdf"]


def test_roots_of_one_name_are_told_apart_in_the_order_given(make):
    root = make("diemen/2021/a.pdf", "weesp/2021/b.pdf", "muiden/2021/c.pdf", "2021-2/d.pdf")
    given_roots = [root / "diemen/2021", root / "weesp/2021", root / "muiden/2021"]

    assert paths(*given_roots, root / "2021-2") == [
        "2021-2/d.pdf",
        "2021-3/b.pdf",
        "2021-4/c.pdf",
        "2021/a.pdf",
    ]


def test_two_files_of_one_folder_are_of_one_root(make):
    root = make("map/a.pdf", "map/b.pdf", "map/c.pdf")

    assert paths(root / "map/a.pdf", root / "map/b.pdf") == ["a.pdf", "b.pdf"]


def test_what_two_roots_reach_is_found_once(make):
    root = make("archief/2021/a.pdf", "archief/b.pdf")
    roots = [root / "archief", root / "archief/2021", root / "archief/b.pdf", root / "archief"]

    assert paths(*roots) == ["archief/2021/a.pdf", "archief/b.pdf"]


def test_the_current_folder_has_a_name(make, monkeypatch):
    root = make("archief/a.pdf", "ander/b.pdf")
    monkeypatch.chdir(root / "archief")

    assert paths(Path(), Path("../ander")) == ["ander/b.pdf", "archief/a.pdf"]


def test_a_path_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(InputError) as caught:
        find_files([tmp_path, tmp_path / "weg"])

    assert str(caught.value) == (
        f"'{tmp_path / 'weg'}' bestaat niet; controleer de naam van het bestand of de map."
    )


def test_no_path_at_all_is_an_input_error():
    with pytest.raises(InputError, match="geef minstens één bestand of map"):
        find_files([])


def test_a_root_that_cannot_be_opened_is_an_input_error(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)

    with pytest.raises(InputError, match="kan niet worden geopend"):
        find_files([tmp_path])


def test_a_folder_that_cannot_be_opened_is_a_row_of_its_own(make, monkeypatch):
    root = make("a.pdf", "dicht/b.pdf", "open/c.pdf")
    scandir = os.scandir

    def refuse(folder):
        if Path(folder).name == "dicht":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_files([root]).files

    assert [(file.path, bool(file.fault)) for file in found] == [
        ("a.pdf", False),
        ("dicht", True),
        ("open/c.pdf", False),
    ]
    assert found[1].fault.startswith("de map 'dicht' kan niet worden geopend")


def test_what_machines_leave_behind_is_no_file(make):
    root = make(
        "a.pdf",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$verslag.docx",
        ".~lock.verslag.odt#",
        "__MACOSX/a.pdf",
        ".git/config",
        "$RECYCLE.BIN/b.pdf",
        "System Volume Information/c",
    )
    (root / "._a.pdf").write_bytes(b"\x00\x05\x16\x07\x00\x02\x00\x00")

    assert paths(root) == ["a.pdf"]


def test_a_document_that_is_only_named_as_a_by_product_is_a_file(make):
    root = make("._echt.pdf")
    (root / "~$groot.docx").write_bytes(b"x" * 2000)

    assert paths(root) == ["._echt.pdf", "~$groot.docx"]


def test_a_file_to_leave_out_is_left_out(make):
    root = make("a.pdf", "leaterms.sqlite")

    assert paths(root, without=[root / "leaterms.sqlite"]) == ["a.pdf"]


def test_corrections_are_found_with_the_folder_they_speak_of(make):
    root = make("correcties.yaml", "map/Correcties.YAML", "map/a.pdf")
    found = find_files([root])

    assert [file.path for file in found.files] == ["map/a.pdf"]
    assert found.corrections == (
        (root / "correcties.yaml", ""),
        (root / "map" / "Correcties.YAML", "map/"),
    )


def test_the_corrections_beside_a_single_file_count(make):
    root = make("correcties.yaml", "a.pdf", "b.pdf")
    found = find_files([root / "a.pdf"])

    assert [file.path for file in found.files] == ["a.pdf"]
    assert found.corrections == ((root / "correcties.yaml", ""),)


@pytest.mark.skipif(not posix, reason="names of files are bytes on Linux only")
def test_bytes_that_are_no_text_are_written_out(tmp_path):
    for name in (b"caf\xe9.pdf", b"nieuwe\nregel.pdf", "café.pdf".encode()):
        (tmp_path / os.fsdecode(name)).write_bytes(b"x")

    assert paths(tmp_path) == ["caf\\xe9.pdf", "café.pdf", "nieuwe\\x0aregel.pdf"]


@pytest.mark.skipif(not posix, reason="names of files are bytes on Linux only")
def test_a_name_spelt_as_another_is_written_out_stays_apart(tmp_path):
    for name in (b"caf\xe9.pdf", rb"caf\xe9.pdf"):
        (tmp_path / os.fsdecode(name)).write_bytes(name)
    found = {file.path: file.source.read_bytes() for file in find_files([tmp_path]).files}

    assert found == {"caf\\xe9.pdf": b"caf\xe9.pdf", "caf\\x5cxe9.pdf": rb"caf\xe9.pdf"}


@pytest.mark.skipif(not posix, reason="needs links and pipes")
class TestLinks:
    def test_a_link_to_a_file_is_a_file(self, make):
        root = make("archief/a.pdf", "elders/b.pdf")
        (root / "archief/b.pdf").symlink_to(root / "elders/b.pdf")

        assert paths(root / "archief") == ["a.pdf", "b.pdf"]

    def test_a_link_to_another_folder_is_followed(self, make):
        root = make("archief/a.pdf", "elders/b.pdf")
        (root / "archief/link").symlink_to(root / "elders")

        assert paths(root / "archief") == ["a.pdf", "link/b.pdf"]

    def test_a_circle_is_walked_once(self, make):
        root = make("archief/map/a.pdf")
        (root / "archief/map/rond").symlink_to(root / "archief")
        (root / "archief/0").symlink_to(root / "archief/map")

        assert paths(root / "archief") == ["map/a.pdf"]

    def test_a_link_to_above_the_archive_is_not_followed(self, make):
        root = make("archief/a.pdf", "geheim.pdf")
        (root / "archief/terug").symlink_to(root)

        assert paths(root / "archief") == ["a.pdf"]

    def test_links_in_a_circle_are_rows(self, tmp_path):
        (tmp_path / "a").symlink_to("b")
        (tmp_path / "b").symlink_to("a")
        found = find_files([tmp_path]).files

        assert [file.path for file in found] == ["a", "b"]
        assert found[0].fault == (
            "'a' is een snelkoppeling naar een bestand dat er niet is; "
            "zet het bestand zelf in de map"
        )

    def test_a_broken_link_is_a_row(self, tmp_path):
        (tmp_path / "weg.pdf").symlink_to(tmp_path / "nergens.pdf")
        (found,) = find_files([tmp_path]).files

        assert found.path == "weg.pdf"
        assert "snelkoppeling" in found.fault

    def test_a_pipe_is_a_row_and_is_not_opened(self, tmp_path):
        os.mkfifo(tmp_path / "pijp.pdf")
        (found,) = find_files([tmp_path]).files

        assert found.path == "pijp.pdf"
        assert found.fault == (
            "'pijp.pdf' is geen gewoon bestand maar een apparaat of kanaal; haal het uit de map"
        )


@given(st.binary(min_size=1))
def test_any_name_becomes_text_of_one_line(name):
    text = printable(name.decode("utf-8", "surrogateescape"))

    text.encode()
    assert text.isprintable() or not any(c in text for c in "\0\n\r\t\x85")


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_names_stay_as_they_are(name):
    assert printable(name) == name


@given(st.lists(st.text("a\\x59", min_size=1), unique=True))
def test_every_file_keeps_a_path_of_its_own(names):
    files = [ArchiveFile("a\\x59", Path(name)) for name in names]

    assert len({file.path for file in _distinct(files)}) == len(names)
