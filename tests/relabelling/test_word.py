import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass

import pytest
from lxml import etree

from leaterms.relabelling import Suggestion, mark_titles
from tests.relabelling.word_making import (
    OURS,
    W,
    document_of,
    item,
    letters_of,
    settle,
    word_file,
)

UMBRELLA = "Voorkomen van segregatie: "
REASON = "De kop zegt 'Heterogene groepen'; het wettelijke woord ontbreekt."
DAY = dt.date(2024, 3, 1)


def run(text, look="", tag="t"):
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def par(*parts, style=""):
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{style}{''.join(parts)}</w:p>"


def by_other(tag, *parts, number=7):
    marks = f'w:id="{number}" w:author="B" w:date="2024-01-01T00:00:00Z"'
    return f"<w:{tag} {marks}>{''.join(parts)}</w:{tag}>"


def table_row(*cells):
    cells = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tr>{cells}</w:tr></w:tbl>"


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def suggestion(title, new, *, index=0, renames=True):
    return Suggestion(
        "a.docx", index, None, title, new, ("segregatie",), REASON, 0.9, renames, "x"
    )


def mark(content, items, *suggestions, author=OURS, date=DAY):
    return mark_titles(content, items, suggestions, author=author, date=date)


@dataclass(frozen=True)
class Hard:
    """A heading that is hard to change: its XML, its title, what is before it."""

    blocks: tuple[str, ...]
    title: str = "Heterogene groepen"
    places: tuple[tuple[int, int], ...] = ((0, 2),)
    accepted: str = UMBRELLA + "heterogene groepen"


INTRO = par(run("Agenda"))
END = par(run("Rondvraag"))
BOLD, ITALIC = "<w:b/>", "<w:i/>"

HARD = {
    "one run": Hard((par(run("Heterogene groepen", BOLD), style="Heading1"),)),
    "many runs": Hard((par(run("Hete", BOLD), run("rogene "), run("groepen", ITALIC)),)),
    "one letter a run": Hard((par(*(run(c, BOLD) for c in "Heterogene groepen")),)),
    "number and tab typed": Hard(
        (par("<w:r><w:t>3.</w:t><w:tab/><w:t>Heterogene groepen</w:t></w:r>"),),
        accepted=f"3.\t{UMBRELLA}heterogene groepen",
    ),
    "number in the same text": Hard(
        (par(run("Agendapunt 3: Heterogene groepen")),),
        accepted=f"Agendapunt 3: {UMBRELLA}heterogene groepen",
    ),
    "hyperlink": Hard(
        (par('<w:hyperlink w:anchor="x">', run("Heterogene groepen"), "</w:hyperlink>"),)
    ),
    "content control": Hard(
        (
            par(
                '<w:sdt><w:sdtPr><w:alias w:val="t"/></w:sdtPr><w:sdtContent>',
                run("Heterogene groepen"),
                "</w:sdtContent></w:sdt>",
            ),
        )
    ),
    "bookmark": Hard(
        (
            par(
                '<w:bookmarkStart w:id="3" w:name="_Toc1"/>',
                run("Heterogene groepen"),
                '<w:bookmarkEnd w:id="3"/>',
            ),
        )
    ),
    "insertion of another": Hard((par(by_other("ins", run("Heterogene ")), run("groepen")),)),
    "insertion begins before": Hard(
        (par(by_other("ins", run("3. Heterogene groepen"))),),
        accepted=f"3. {UMBRELLA}heterogene groepen",
    ),
    "deletion of another within": Hard(
        (par(run("Heterogene "), by_other("del", run("oude ", tag="delText")), run("groepen")),)
    ),
    "break in the title": Hard(
        (par("<w:r><w:t>Heterogene</w:t><w:br/><w:t>groepen</w:t></w:r>"),),
        accepted=f"{UMBRELLA}heterogene\ngroepen",
    ),
    "text behind the title": Hard(
        (par("<w:r><w:t>Heterogene groepen</w:t><w:br/><w:t>Toelichting volgt.</w:t></w:r>"),),
        accepted=f"{UMBRELLA}heterogene groepen\nToelichting volgt.",
    ),
    "no-break space and soft hyphen": Hard(
        (par(run("Hete\u00adrogene\u00a0groepen")),),
        accepted=f"{UMBRELLA}hete\u00adrogene\u00a0groepen",
    ),
    "cell of a table": Hard(
        (table_row(par(run("3")), par(run("Heterogene groepen"))),),
        places=((0, 3),),
    ),
    "result of a field": Hard(
        (
            par(
                field("begin"),
                run(" REF x ", tag="instrText"),
                field("separate"),
                run("Heterogene groepen"),
                field("end"),
            ),
        ),
        accepted=f"{UMBRELLA}Heterogene groepen",
    ),
    "simple field": Hard(
        (par('<w:fldSimple w:instr="TITLE">', run("Heterogene groepen"), "</w:fldSimple>"),),
        accepted=f"{UMBRELLA}Heterogene groepen",
    ),
    "formatting that was changed": Hard(
        (
            par(
                run(
                    "Heterogene groepen",
                    '<w:b/><w:rPrChange w:id="9" w:author="B"><w:rPr/></w:rPrChange>',
                )
            ),
        )
    ),
}


@pytest.fixture(params=HARD, ids=str)
def hard(request):
    return HARD[request.param]


@pytest.fixture
def marked(hard):
    content = word_file(INTRO, *hard.blocks, END)
    items = (item(hard.title, *hard.places),)
    made = mark(content, items, suggestion(hard.title, UMBRELLA + "heterogene groepen"))
    return content, made


def without_namespaces(root):
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n").decode()


class TestEveryHeading:
    def test_all_changes_accepted_give_the_new_title(self, hard, marked):
        _, made = marked

        assert hard.accepted in letters_of(settle(document_of(made.content), accept=True))

    def test_all_changes_rejected_give_the_old_document(self, marked):
        content, made = marked
        old = settle(document_of(content), accept=True)
        rejected = settle(document_of(made.content), accept=False)

        assert without_namespaces(rejected) == without_namespaces(old)

    def test_only_what_changes_is_marked(self, marked):
        deleted = "".join(
            text.text
            for mark in document_of(marked[1].content).iter(f"{W}del")
            if mark.get(f"{W}author") == OURS
            for text in mark.iter(f"{W}delText")
        )

        assert deleted in {"H", ""}

    def test_numbers_of_changes_are_unique(self, marked):
        root = document_of(marked[1].content)
        tags = ("ins", "del", "bookmarkStart", "commentRangeStart", "rPrChange")
        numbers = [e.get(f"{W}id") for e in root.iter(*(W + tag for tag in tags))]

        assert len(set(numbers)) == len(numbers)

    def test_no_insertion_stands_within_another(self, marked):
        root = document_of(marked[1].content)

        assert root.xpath("//w:ins//w:ins | //w:del//w:ins", namespaces={"w": W[1:-1]}) == []

    def test_every_other_part_is_the_same(self, marked):
        content, made = marked
        old, new = (zipfile.ZipFile(io.BytesIO(part)) for part in (content, made.content))
        changed = {
            n for n in new.namelist() if n not in old.namelist() or old.read(n) != new.read(n)
        }

        assert changed == {
            "word/document.xml",
            "word/comments.xml",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
        }


def simple(*suggestions, blocks=None, items=None):
    content = word_file(*(blocks or (INTRO, par(run("Heterogene groepen", BOLD)), END)))
    items = items or (item("Heterogene groepen", (0, 2)),)
    new = suggestions or (suggestion("Heterogene groepen", UMBRELLA + "heterogene groepen"),)
    return content, mark(content, items, *new)


class TestChanges:
    def test_the_umbrella_and_the_letter_are_marks_of_their_own(self):
        paragraph = list(document_of(simple()[1].content).iter(f"{W}p"))[1]
        shown = [
            (etree.QName(e).localname, "".join(e.itertext()))
            for e in paragraph
            if etree.QName(e).localname in {"ins", "del", "r"}
        ]

        assert shown == [
            ("ins", UMBRELLA),
            ("del", "H"),
            ("ins", "h"),
            ("r", ""),  # of the comment
            ("r", "eterogene groepen"),
        ]

    def test_they_have_author_and_day(self):
        marks = list(document_of(simple()[1].content).iter(f"{W}ins", f"{W}del"))

        assert {(m.get(f"{W}author"), m.get(f"{W}date")) for m in marks} == {
            (OURS, "2024-03-01T00:00:00Z")
        }

    def test_what_is_inserted_looks_as_the_title_does(self):
        root = document_of(simple()[1].content)

        assert [m.find(f"{W}r/{W}rPr/{W}b") is not None for m in root.iter(f"{W}ins")] == [
            True,
            True,
        ]

    def test_an_umbrella_behind_is_one_insertion(self):
        new = suggestion("Heterogene groepen", "Heterogene groepen (voorkomen van segregatie)")
        root = document_of(simple(new)[1].content)

        assert ["".join(m.itertext()) for m in root.iter(f"{W}ins", f"{W}del")] == [
            " (voorkomen van segregatie)"
        ]
        assert "Heterogene groepen (voorkomen van segregatie)" in letters_of(
            settle(root, accept=True)
        )

    def test_the_same_input_gives_the_same_bytes(self):
        assert simple()[1].content == simple()[1].content

    def test_a_title_that_is_not_there_is_left(self):
        gone = suggestion("Iets anders", UMBRELLA + "iets anders")
        content, made = simple(gone, items=(item("Iets anders", (0, 2)),))

        assert (made.applied, made.left, made.content) == ((), (gone,), content)

    def test_a_title_in_two_paragraphs_changes_where_it_begins(self):
        blocks = (INTRO, par(run("Heterogene")), par(run("groepen")), END)
        items = (item("Heterogene groepen", (0, 2), (11, 3)),)
        root = document_of(simple(blocks=blocks, items=items)[1].content)

        assert letters_of(settle(root, accept=True))[1:3] == [UMBRELLA + "heterogene", "groepen"]

    def test_a_title_goes_on_where_a_paragraph_mark_was_deleted(self):
        first = (
            '<w:p><w:pPr><w:rPr><w:del w:id="4" w:author="B"/></w:rPr></w:pPr>'
            f"{run('Heterogene ')}</w:p>"
        )
        blocks = (INTRO, first, par(run("groepen")), END)
        new = suggestion("Heterogene groepen", "Heterogene groepen (voorkomen van segregatie)")
        root = document_of(simple(new, blocks=blocks)[1].content)

        assert letters_of(settle(root, accept=True))[1:3] == [
            "Heterogene ",
            "groepen (voorkomen van segregatie)",
        ]

    def test_a_signature_is_told(self):
        content = word_file(INTRO, par(run("Heterogene groepen")))
        stream = io.BytesIO(content)
        with zipfile.ZipFile(stream, "a") as package:
            package.writestr("_xmlsignatures/sig1.xml", "<x/>")
        new = suggestion("Heterogene groepen", UMBRELLA + "heterogene groepen")
        made = mark(stream.getvalue(), (item("Heterogene groepen", (0, 2)),), new)

        assert made.signed


class TestComments:
    def test_each_change_has_its_reason_as_a_comment(self):
        content = simple()[1].content
        (comment,) = document_of(content, "word/comments.xml")

        assert "".join(comment.itertext()) == REASON
        assert comment.get(f"{W}author") == OURS
        assert comment.get(f"{W}initials") == "ADW"
        number = comment.get(f"{W}id")
        root = document_of(content)
        for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            assert [e.get(f"{W}id") for e in root.iter(W + tag)] == [number]

    def test_comments_that_are_there_stay(self):
        first = simple()[1].content
        again = mark(
            first,
            (item("Rondvraag", (0, 3)),),
            suggestion("Rondvraag", UMBRELLA + "rondvraag"),
            author="Bram",
        ).content
        old, new = (document_of(c, "word/comments.xml") for c in (first, again))

        assert [etree.tostring(c, method="c14n") for c in new][:1] == [
            etree.tostring(c, method="c14n") for c in old
        ]
        assert len({c.get(f"{W}id") for c in new}) == 2

    def test_a_comment_of_a_text_box_hangs_outside_it(self):
        box = (
            "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
            f"<w:txbxContent>{par(run('Heterogene groepen'))}</w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r></w:p>"
        )
        items = (item("Heterogene groepen", (0, 3)),)
        root = document_of(simple(blocks=(INTRO, box, END), items=items)[1].content)
        inside = root.find(f".//{W}txbxContent")

        assert [e for e in inside.iter() if "comment" in str(e.tag)] == []
        assert len(list(root.iter(f"{W}commentRangeStart"))) == 1
        assert UMBRELLA + "heterogene groepen" in letters_of(settle(root, accept=True))


HEADING = '<w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'


def agenda_items(*titles, number=""):
    return tuple(
        item(title, (0, place), index=place - 1, number=number and str(place))
        for place, title in enumerate(titles, start=1)
    )


class TestItemsOfTheirOwn:
    OWN = suggestion("Peuters", "Voorkomen van segregatie: mix", index=1, renames=False)
    TITLES = ("Opening", "Peuters", "Rondvraag")

    def made(self, own=OWN, titles=TITLES, prefix="", block="<w:p>{}{}</w:p>"):
        blocks = [
            block.format(HEADING, run(prefix.format(n) + title, BOLD))
            for n, title in enumerate(titles, start=1)
        ]
        content = word_file(*blocks)
        items = agenda_items(*titles, number=prefix)
        return content, mark(content, items, own)

    def test_it_comes_before_the_next_heading(self):
        root = document_of(self.made()[1].content)

        assert letters_of(settle(root, accept=True)) == [
            "Opening",
            "Peuters",
            "Voorkomen van segregatie: mix",
            "Rondvraag",
        ]

    def test_it_has_the_style_the_numbering_and_the_look_of_a_heading(self):
        paragraph = list(document_of(self.made()[1].content).iter(f"{W}p"))[2]

        assert paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading1"
        assert paragraph.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"
        assert paragraph.find(f"{W}ins/{W}r/{W}rPr/{W}b") is not None
        assert paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is not None

    def test_rejected_it_is_gone_with_its_comment(self):
        content, made = self.made()
        root = document_of(made.content)
        reference = root.find(f".//{W}commentReference")

        assert reference.getparent().getparent().tag == f"{W}ins"
        assert letters_of(settle(root, accept=False)) == letters_of(document_of(content))

    def test_a_typed_number_gets_a_letter(self):
        root = document_of(self.made(prefix="{}. ")[1].content)

        assert letters_of(settle(root, accept=True))[2] == "2a. Voorkomen van segregatie: mix"

    def test_two_of_them_get_two_letters_in_their_order(self):
        other = suggestion("Peuters", "Inschrijving en toelating", index=1, renames=False)
        blocks = [
            f"<w:p>{HEADING}{run(f'{n}. {title}')}</w:p>"
            for n, title in enumerate(self.TITLES, start=1)
        ]
        items = agenda_items(*self.TITLES, number="{}. ")
        root = document_of(mark(word_file(*blocks), items, self.OWN, other).content)

        assert letters_of(settle(root, accept=True))[2:4] == [
            "2a. Voorkomen van segregatie: mix",
            "2b. Inschrijving en toelating",
        ]

    @pytest.mark.parametrize("index", [-1, 2])
    def test_what_stands_outside_or_at_the_close_comes_before_the_close(self, index):
        own = suggestion("Rondvraag", "Voorkomen van segregatie: mix", index=index, renames=False)
        root = document_of(self.made(own)[1].content)

        assert letters_of(settle(root, accept=True))[2:] == [
            "Voorkomen van segregatie: mix",
            "Rondvraag",
        ]

    @pytest.mark.parametrize("prefix", ["{}.00 - 9.30 ", "Punt {} van 7: "])
    def test_a_number_that_cannot_be_told_leaves_it_as_advice(self, prefix):
        content, made = self.made(prefix=prefix)

        assert (made.applied, made.left, made.content) == ((), (self.OWN,), content)

    def test_where_each_item_is_a_table_it_is_left_as_advice(self):
        table = "<w:tbl><w:tblPr/><w:tr><w:tc><w:p>{}{}</w:p></w:tc></w:tr></w:tbl>"
        _, made = self.made(block=table)

        assert made.left == (self.OWN,)

    def test_among_paragraphs_of_one_cell_it_is_one(self):
        cell = "".join(f"<w:p>{HEADING}{run(title)}</w:p>" for title in self.TITLES)
        content = word_file(f"<w:tbl><w:tblPr/><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>")
        made = mark(content, agenda_items(*self.TITLES), self.OWN)
        root = document_of(made.content)

        assert letters_of(settle(root, accept=True)) == [
            "Opening",
            "Peuters",
            "Voorkomen van segregatie: mix",
            "Rondvraag",
        ]
        assert letters_of(settle(root, accept=False)) == list(self.TITLES)

    def test_a_section_does_not_begin_anew(self):
        heading = "<w:pPr><w:sectPr/></w:pPr>"
        blocks = [f"<w:p>{heading}{run(title)}</w:p>" for title in self.TITLES]
        made = mark(word_file(*blocks), agenda_items(*self.TITLES), self.OWN)
        paragraph = list(document_of(made.content).iter(f"{W}p"))[2]

        assert paragraph.find(f"{W}pPr/{W}sectPr") is None


class TestRowsOfTheirOwn:
    OWN = suggestion("Peuters", "Voorkomen van segregatie: mix", index=1, renames=False)
    TITLES = ("Opening", "Peuters", "Rondvraag")
    WIDTH = '<w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>'

    def made(self, number="{}.", title="{}", properties="", last="<w:tcPr/>"):
        """An agenda as a table: number, title, who."""
        rows = ""
        for n, name in enumerate(self.TITLES, start=1):
            cells = (number.format(n), title.format(name), "vz")
            cells = "".join(
                f"<w:tc>{self.WIDTH if place == 0 else last}{par(run(text, BOLD))}</w:tc>"
                for place, text in enumerate(cells)
            )
            rows += f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"
        content = word_file(f"<w:tbl><w:tblPr/>{rows}</w:tbl>")
        items = tuple(
            item(name, (0, 3 * n + 2), index=n, number=str(n + 1))
            for n, name in enumerate(self.TITLES)
        )
        return content, mark(content, items, self.OWN)

    def test_it_is_a_row_with_the_number_in_its_cell(self):
        root = document_of(self.made()[1].content)

        assert letters_of(settle(root, accept=True))[6:9] == [
            "2a.",
            "Voorkomen van segregatie: mix",
            "",
        ]

    def test_the_row_is_marked_as_inserted_and_so_is_all_in_it(self):
        row = list(document_of(self.made()[1].content).iter(f"{W}tr"))[2]
        paragraphs = list(row.iter(f"{W}p"))

        assert [mark.get(f"{W}author") for mark in row.findall(f"{W}trPr/{W}ins")] == [OURS]
        assert [p.find(f"{W}pPr/{W}rPr/{W}ins") is not None for p in paragraphs] == [True] * 3
        assert row.findall(f".//{W}p/{W}r") == []
        assert len(list(row.iter(f"{W}commentReference"))) == 1

    def test_rejected_the_table_is_what_it_was(self):
        content, made = self.made()
        old, new = (settle(document_of(c), accept=False) for c in (content, made.content))

        assert without_namespaces(new) == without_namespaces(old)

    def test_cells_and_look_are_those_of_the_row_below(self):
        row = list(document_of(self.made()[1].content).iter(f"{W}tr"))[2]

        assert [w.get(f"{W}w") for w in row.iter(f"{W}tcW")] == ["900"]
        assert [r.find(f"{W}rPr/{W}b") is not None for r in row.iter(f"{W}r")] == [
            True,
            True,
            False,  # of the comment
        ]

    def test_a_heading_row_is_not_repeated(self):
        row = list(document_of(self.made(properties="<w:tblHeader/>")[1].content).iter(f"{W}tr"))

        assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in row] == [
            True,
            True,
            False,
            True,
        ]

    @pytest.mark.parametrize(
        "layout",
        [
            {"last": "<w:tcPr><w:vMerge/></w:tcPr>"},  # one cell over all rows
            {"number": "punt"},  # its number stands nowhere
        ],
    )
    def test_a_row_that_is_no_pattern_leaves_it_as_advice(self, layout):
        content, made = self.made(**layout)

        assert (made.applied, made.left, made.content) == ((), (self.OWN,), content)


def test_the_strict_form_of_word_is_changed_in_its_own_names():
    content = word_file(INTRO, par(run("Heterogene groepen")), END)
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            if name == "word/document.xml":
                xml = xml.replace(
                    W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
                )
            new.writestr(name, xml)
    title = suggestion("Heterogene groepen", UMBRELLA + "heterogene groepen")
    made = mark(strict.getvalue(), (item("Heterogene groepen", (0, 2)),), title)
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        xml = package.read("word/document.xml").decode()
        comments = package.read("word/comments.xml").decode()

    assert re.findall(r"<w:ins .*?</w:ins>", xml)
    assert W[1:-1] not in xml + comments
