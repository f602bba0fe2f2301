"""The shipped Dutch pipeline: loading, its hash check, and what it says of minutes."""

import json
import re
import shutil
import subprocess
import sys

import pytest
import spacy
import threadpoolctl
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.util import load_model_from_config

from leaterms.errors import InputError, LeatermsError
from leaterms.language import load_pipeline, pipeline
from leaterms.language.pipeline import SHIPPED_MODEL, file_hashes, register_parts

MINUTES = (
    "De notulen worden vastgesteld. De werkgroep werkt het voorstel verder uit.\n"
    '3. MEDEDELINGEN EN INGEKOMEN STUKKEN\nDhr. Smit zei: "Dat kan niet." Wij zien \'t anders.'
)


def annotated(doc):
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, bool(t.is_sent_start))
        for t in doc
    ]


def words(doc):
    return [f"{t.text} {t.pos_} {t.lemma_} {t.dep_} {t.head.text}" for t in doc if not t.is_punct]


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The shipped pipeline elsewhere, to be damaged."""
    folder = tmp_path / "nl_leaterms"
    shutil.copytree(SHIPPED_MODEL, folder)
    shutil.copy(SHIPPED_MODEL.with_suffix(".json"), tmp_path)
    monkeypatch.setattr(pipeline, "SHIPPED_MODEL", folder)
    return folder


# What it says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "De werkgroep werkt het voorstel verder uit.",
            [
                "De DET de det werkgroep",
                "werkgroep NOUN werkgroep nsubj werkt",
                "werkt VERB uitwerken ROOT werkt",
                "het DET het det voorstel",
                "voorstel NOUN voorstel obj werkt",
                "verder ADJ ver advmod werkt",
                "uit ADP uit compound:prt werkt",
            ],
        ),
        (
            "Het college wil segregatie tegengaan.",
            [
                "Het DET het det college",
                "college NOUN college nsubj wil",
                "wil VERB willen ROOT wil",
                "segregatie NOUN segregatie obj tegengaan",
                "tegengaan VERB tegengaan xcomp wil",
            ],
        ),
        (
            "Mevrouw Bakker meldt dat de peuters te laat worden aangemeld.",
            [
                "Mevrouw NOUN mevrouw nsubj meldt",
                "Bakker PROPN Bakker appos Mevrouw",
                "meldt VERB melden ROOT meldt",
                "dat SCONJ dat mark aangemeld",
                "de DET de det peuters",
                "peuters NOUN peuter nsubj:pass aangemeld",
                "te ADV te advmod laat",
                "laat ADJ laat advmod aangemeld",
                "worden AUX worden aux:pass aangemeld",
                "aangemeld VERB aanmelden ccomp meldt",
            ],
        ),
        (
            "De scholen dragen de gegevens over en de gemeente betaalt de leesboeken.",
            [
                "De DET de det scholen",
                "scholen NOUN school nsubj dragen",
                "dragen VERB overdragen ROOT dragen",
                "de DET de det gegevens",
                "gegevens NOUN gegeven obj dragen",
                "over ADP over compound:prt dragen",
                "en CCONJ en cc betaalt",
                "de DET de det gemeente",
                "gemeente NOUN gemeente nsubj betaalt",
                "betaalt VERB betalen conj dragen",
                "de DET de det leesboeken",
                "leesboeken NOUN leesboek obj betaalt",
            ],
        ),
    ],
)
def test_parts_of_speech_lemmas_and_heads_of_minutes(nlp, sentence, expected):
    assert words(nlp(sentence)) == expected


def test_tags_and_features_after_the_treebanks(nlp):
    doc = nlp("De actielijst wordt vastgesteld.")

    assert [(t.text, t.tag_, str(t.morph)) for t in doc] == [
        ("De", "LID|bep|stan|rest", "Definite=Def"),
        ("actielijst", "N|soort|ev|basis|zijd|stan", "Gender=Com|Number=Sing"),
        ("wordt", "WW|pv|tgw|met-t", "Number=Sing|Tense=Pres|VerbForm=Fin"),
        ("vastgesteld", "WW|vd|vrij|zonder", "VerbForm=Part"),
        (".", "LET", ""),
    ]


def test_a_heading_in_capitals_has_the_lemmas_of_running_text(nlp):
    doc = nlp("VASTSTELLING VERSLAG VORIGE VERGADERING")

    assert [t.lemma_ for t in doc] == ["vaststelling", "verslag", "vorig", "vergadering"]


def test_an_abbreviation_of_minutes_is_one_word_and_ends_no_sentence(nlp):
    doc = nlp("Dhr. Smit vraagt o.a. naar de kosten. Mw. De Vries licht ze toe.")

    assert [s.text for s in doc.sents] == [
        "Dhr. Smit vraagt o.a. naar de kosten.",
        "Mw. De Vries licht ze toe.",
    ]
    assert [t.text for t in doc if "." in t.text] == ["Dhr.", "o.a.", ".", "Mw.", "."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "😀", "é", ". . .", "a" * 5000, "- \n-"])
def test_an_odd_text_is_annotated_and_kept(nlp, text):
    doc = nlp(text)

    assert doc.text == text
    assert all(token.lemma_ for token in doc)


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_no_text_is_too_odd(nlp, text):
    doc = nlp(text)

    assert doc.text == text
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)


def test_many_texts_at_once_are_annotated_as_each_alone(nlp):
    texts = MINUTES.split("\n")

    assert [annotated(doc) for doc in nlp.pipe(texts)] == [annotated(nlp(text)) for text in texts]


# Parts


def test_without_the_parser_there_are_tags_and_lemmas_but_no_heads(nlp):
    with nlp.select_pipes(disable=["parser"]):
        doc = nlp("De scholen dragen de gegevens over.")

    assert not doc.has_annotation("DEP")
    assert [t.lemma_ for t in doc] == ["de", "school", "dragen", "de", "gegeven", "over", "."]
    assert [t.pos_ for t in doc][:3] == ["DET", "NOUN", "VERB"]


def test_without_its_rules_a_separable_verb_keeps_a_bare_lemma(nlp):
    with nlp.select_pipes(disable=["separable_verbs"]):
        doc = nlp("De scholen dragen de gegevens over.")

    assert doc[2].lemma_ == "dragen"
    assert nlp(doc.text)[2].lemma_ == "overdragen"


def test_its_own_parts_are_named_after_leaterms(nlp):
    factories = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}

    assert {name for name in factories if name.startswith("leaterms_")} == {
        "leaterms_agreement",
        "leaterms_lemmatizer",
        "leaterms_quotation_ends",
        "leaterms_separable_verbs",
    }


def test_registering_twice_is_harmless(nlp):
    register_parts()
    register_parts()

    assert nlp("De scholen.")[1].lemma_ == "school"


# Storing


def test_written_to_disk_and_read_again_it_says_the_same(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")

    assert annotated(again(MINUTES)) == annotated(nlp(MINUTES))
    assert file_hashes(tmp_path / "model").keys() == file_hashes(SHIPPED_MODEL).keys()


def test_as_bytes_and_back_it_says_the_same(nlp):
    again = load_model_from_config(nlp.config)
    again.from_bytes(nlp.to_bytes())

    assert annotated(again(MINUTES)) == annotated(nlp(MINUTES))


def test_a_folder_loads_as_the_shipped_one(nlp, copy):
    assert annotated(load_pipeline(copy)(MINUTES)) == annotated(nlp(MINUTES))


# Hashes


def test_the_record_has_every_file_and_the_figures():
    record = json.loads(SHIPPED_MODEL.with_suffix(".json").read_text("utf-8"))
    meta = json.loads((SHIPPED_MODEL / "meta.json").read_text("utf-8"))
    sizes = [(SHIPPED_MODEL / name).stat().st_size for name in record["files"]]

    assert record["files"] == file_hashes(SHIPPED_MODEL)
    assert record["figures"] == meta["performance"]
    assert record["bytes"] == sum(sizes) < 15_000_000


def test_a_damaged_file_is_one_clear_sentence(copy):
    weights = bytearray((copy / "parser" / "model").read_bytes())
    weights[1000] ^= 1
    (copy / "parser" / "model").write_bytes(weights)

    with pytest.raises(LeatermsError) as caught:
        load_pipeline()
    place = copy / "parser" / "model"
    assert str(caught.value) == (
        f"Het Nederlandse taalmodel van leaterms is beschadigd ({place}). "
        "Installeer leaterms opnieuw: pip install --force-reinstall leaterms"
    )


def test_a_missing_file_is_one_clear_sentence(copy):
    (copy / "tokenizer").unlink()

    with pytest.raises(LeatermsError) as caught:
        load_pipeline()
    assert str(caught.value).startswith(
        f"Het Nederlandse taalmodel van leaterms is onvolledig ({copy / 'tokenizer'}). "
    )


@pytest.mark.parametrize("content", [None, "", "{", "[]", "{}", '{"files": 3}'])
def test_a_record_that_is_no_record_is_one_clear_sentence(copy, content):
    record = copy.with_suffix(".json")
    record.unlink()
    if content is not None:
        record.write_text(content, encoding="utf-8")

    with pytest.raises(LeatermsError, match=re.escape(f"is niet te lezen ({copy}). Installeer")):
        load_pipeline()


def test_a_text_about_it_may_change_or_be_gone(copy):
    (copy / "README.md").unlink()

    assert load_pipeline().meta["name"] == "leaterms"


# Other pipelines


def test_a_pipeline_that_is_not_installed_is_one_clear_sentence():
    with pytest.raises(InputError) as caught:
        load_pipeline("nl_bestaat_niet")

    assert str(caught.value) == (
        "Taalmodel 'nl_bestaat_niet' is niet geïnstalleerd en ook geen map; installeer het met "
        "'python -m spacy download nl_bestaat_niet', of laat het weg om het model van leaterms "
        "te gebruiken."
    )


def test_a_folder_that_is_no_pipeline_is_one_clear_sentence(tmp_path):
    with pytest.raises(InputError, match="kan niet worden geladen"):
        load_pipeline(tmp_path)


def test_a_pipeline_of_another_language_is_refused(tmp_path):
    spacy.blank("de").to_disk(tmp_path / "duits")

    with pytest.raises(InputError, match="is voor de taal 'de'; leaterms leest Nederlands"):
        load_pipeline(tmp_path / "duits")


def test_another_dutch_pipeline_can_be_loaded(tmp_path):
    other = spacy.blank("nl")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path / "ander")

    assert load_pipeline(tmp_path / "ander").pipe_names == ["sentencizer"]
    assert load_pipeline(str(tmp_path / "ander")).pipe_names == ["sentencizer"]


# Costs


def test_the_door_of_language_loads_no_spacy():
    script = "import leaterms.language, sys; print('spacy' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout.split() == ["False", "False"]


def test_memory_zones_keep_the_strings_and_words_of_20_000_sentences_out(nlp):
    """Every sentence has a word that never was before."""
    texts = (
        " ".join(f"Kind x{number}q leest." for number in range(first, first + 20))
        for first in range(0, 20_000, 20)
    )
    zones = 0
    sizes = set()
    batch = []
    for text in texts:
        batch.append(text)
        if len(batch) == 100:
            with nlp.memory_zone():
                assert all(doc[1].lemma_ for doc in nlp.pipe(batch))
            sizes.add((len(nlp.vocab.strings), sum(1 for _ in nlp.vocab)))
            zones += 1
            batch = []

    assert zones == 10
    assert len(sizes) == 1


def test_a_text_read_again_after_a_memory_zone_is_annotated_the_same(nlp):
    with nlp.memory_zone():
        before = annotated(nlp(MINUTES))
    with nlp.memory_zone():
        between = annotated(nlp("Heel iets anders, van de griffie.\n" + MINUTES))

    assert len(between) > len(before)
    assert annotated(nlp(MINUTES)) == before


def test_matrix_products_leave_the_threads_of_numpy_as_they_were(nlp):
    def threads():
        return [library["num_threads"] for library in threadpoolctl.threadpool_info()]

    before = threads()
    nlp(MINUTES)

    assert threads() == before
