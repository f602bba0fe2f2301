import pytest

from leaterms.errors import VocabularyError
from leaterms.questionnaire.questions import QuestionKind, load_questions, parse_questions
from leaterms.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
SHIPPED = load_questions(None, VOCABULARY.themes)
ONE = "  - {id: a, theme: segregatie, kind: overleg, text: Vraag, source: x}\n"


def parse(questions, title="title: T\n"):
    return parse_questions(f"{title}questions:\n{questions}", "vragen.yaml", {"segregatie"})


def test_the_shipped_list_asks_five_things_of_every_theme_on_the_inspectorates_list():
    themes = [t.id for t in VOCABULARY.themes if t.id != "evenwichtige-verdeling"]
    asked = [QuestionKind(k) for k in ("overleg", "partners", "afspraken", "meetbaar")]

    assert SHIPPED.themes == tuple(themes)
    for theme in themes:
        kinds = [question.kind for question in SHIPPED.of_theme(theme)]
        assert kinds == [*asked, QuestionKind.WAAROM_NIET]
    assert [question.kind for question in SHIPPED.of_theme("")] == [QuestionKind.VRIJ]


def test_the_shipped_list_names_its_sources_and_says_whose_words_it_is_in():
    keys = {source.key for source in VOCABULARY.sources}

    assert {question.source for question in SHIPPED.questions} - keys == set()
    assert "De formulering van de vragen is van leaterms" in SHIPPED.note


def test_the_year_goes_into_the_question():
    first = SHIPPED.of_theme("segregatie")[0]

    assert first.ask(2023) == "Is er in 2023 overleg gevoerd over het voorkomen van segregatie?"


def test_a_list_of_ones_own_takes_its_place(tmp_path):
    own = tmp_path / "formulier.yaml"
    own.write_text(f"\ufefftitle: Formulier 2025\nquestions:\n{ONE}", encoding="utf-8")
    loaded = load_questions(own, VOCABULARY.themes)

    assert (loaded.title, [q.id for q in loaded.questions]) == ("Formulier 2025", ["a"])


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            "  - {id: A b, theme: segregatie, kind: overleg, text: Vraag, source: x}\n",
            ["vragen.yaml:3: 'A b' is geen id; gebruik kleine letters, cijfers en streepjes"],
        ),
        (
            ONE + ONE,
            ["vragen.yaml:4: 'a' staat er al, op vragen.yaml:3; kies een ander id"],
        ),
        (
            (
                "  - {id: a, theme: mengen, kind: overleg, text: Vraag, source: x}\n"
                "  - {id: b, kind: afspraken, text: Vraag, source: x}\n"
            ),
            [
                "vragen.yaml:3: 'mengen' is geen thema; kies uit segregatie",
                (
                    "vragen.yaml:4: 'theme' ontbreekt bij 'b'; alleen een vraag met kind: vrij "
                    "mag zonder thema"
                ),
            ],
        ),
        (
            "  - {id: a, theme: segregatie, kind: overlg, txt: Vraag, source: x}\n",
            [
                (
                    "vragen.yaml:3: 'kind' moet zijn: 'overleg', 'partners', 'afspraken', "
                    "'meetbaar', 'waarom-niet' of 'vrij'"
                ),
                "vragen.yaml:3: 'text' ontbreekt; vul deze sleutel in",
                "vragen.yaml:3: 'txt' is geen bekende sleutel; bedoelde u 'text'?",
            ],
        ),
    ],
)
def test_every_fault_is_named_with_its_line(text, faults):
    with pytest.raises(VocabularyError) as caught:
        parse(text)

    assert str(caught.value).split("\n") == faults


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_list_that_cannot_be_read(tmp_path, content):
    path = tmp_path / "vragen.yaml"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(VocabularyError) as caught:
        load_questions(path, VOCABULARY.themes)
    assert str(caught.value) == (
        f"{path}: dit bestand met vragen kan niet worden gelezen; controleer de naam en bewaar "
        "het als UTF-8."
    )
