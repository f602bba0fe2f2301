from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection import Detector
from leaterms.errors import VocabularyError
from leaterms.vocabulary import (
    Compounds,
    Vocabulary,
    Wording,
    build_vocabulary,
    load_vocabulary,
    read_shipped,
    shipped_names,
)

SOURCES = """\
- key: BRON
  title: Een rapport
  publisher: Een uitgever
  year: '2023'
"""
THEMES = """\
- id: segregatie
  label: voorkomen van segregatie
  short: Segregatie
  umbrella: Voorkomen van segregatie
  law: art. 161 WPO
  group: art. 161 WPO
  partners: [gemeente]
  absent_risk: high
  source: BRON
"""
WORDS = "mengen: [gemengd, bont]\n"
CONFIDENCE = """\
statutory: {term: 0.9, compound: 0.9, pattern: 0.85, fuzzy: 0.8}
jargon: {term: 0.7, compound: 0.7, pattern: 0.65, fuzzy: 0.6}
doubt_lea: {statutory: 0.02, jargon: 0.05}
doubt_elsewhere: {statutory: 0.05, jargon: 0.3}
"""
TERM = """\
- id: menging
  label: '{mengen} school'
  themes: [segregatie]
  wording: jargon
  source: BRON
  matches: [De gemengde school draait.]
  rejects: [De school draait.]
"""
DECOY = """\
- id: vloerkleed
  label: bont vloerkleed
  source: BRON
  matches: [Het bonte vloerkleed ligt er.]
  rejects: [Een bonte school.]
"""
RULE = """\
- id: niets
  assertion: not_discussed
  scope: sentence
  cues: [niet besproken]
  source: BRON
  matches: ['[segregatie] is niet besproken']
  rejects: ['[segregatie] is besproken']
"""
NO_THEME = "'segregtie' is geen thema; de thema's staan in themas.yaml"
NO_CLASS = "er is geen woordgroep {kind}; de groepen staan in woorden.yaml"
ASSERTIONS = (
    "beweringen.yaml:2: 'assertion' moet zijn: 'discussed', 'planned', 'not_discussed', "
    "'postponed' of 'quoted'"
)
KINDS = "beweringen.yaml:8: 'kinds' moet zijn: 'agenda', 'verslag', 'besluitenlijst' of 'other'"
TWO_WORDS = (
    "woorden.yaml:1: 'gemengde school' is meer dan één woord; een woordgroep heeft losse woorden"
)
FILES = {
    "bronnen.yaml": SOURCES,
    "themas.yaml": THEMES,
    "woorden.yaml": WORDS,
    "zekerheid.yaml": CONFIDENCE,
    "termen.yaml": TERM,
    "valse-vrienden.yaml": DECOY,
    "beweringen.yaml": RULE,
}


def build(**changes: str) -> Vocabulary:
    """The small vocabulary with other texts: `termen=...` replaces 'termen.yaml'."""
    named = {f"{name.replace('_', '-')}.yaml": text for name, text in changes.items()}
    return build_vocabulary(tuple({**FILES, **named}.items()))


def faults(**changes: str) -> list[str]:
    with pytest.raises(VocabularyError) as caught:
        build(**changes)
    return str(caught.value).splitlines()


def quotes(vocabulary: Vocabulary, text: str) -> list[tuple[str, str]]:
    return [(m.term, m.quote) for m in Detector(vocabulary).detect_text(text)]


class TestReading:
    def test_each_file_gives_what_its_name_says(self):
        words = build()

        assert [t.id for t in words.themes] == ["segregatie"]
        assert [t.id for t in words.terms] == ["menging"]
        assert [d.id for d in words.decoys] == ["vloerkleed"]
        assert [r.id for r in words.assertions] == ["niets"]
        assert [s.id for s in words.sources] == ["BRON"]
        assert words.classes == {"mengen": ("gemengd", "bont")}
        assert words.confidence.of("jargon", "pattern") == 0.65

    def test_what_a_term_leaves_out_has_its_default(self):
        (term,) = build().terms

        assert (term.compounds, term.gap, term.ordered) == (Compounds.HEAD, 2, False)
        assert (term.requires, term.excludes, term.variants, term.note) == (None, None, (), "")
        assert term.wording is Wording.JARGON

    def test_word_classes_may_hold_each_other(self):
        words = build(woorden="mengen: ['{bonte}', gemengd]\nbonte: [bont, kleurrijk]\n")

        assert words.classes["mengen"] == ("bont", "kleurrijk", "gemengd")

    def test_the_phrases_of_a_term_are_its_label_and_variants(self):
        words = build()
        term = replace(words.terms[0], variants=("school",), ordered=True, gap=4)

        label, variant = words.phrases_of(term)

        assert [len(p.slots) for p in (label, variant)] == [2, 1]
        assert (label.ordered, label.gap) == (True, 4)

    def test_the_fingerprint_changes_with_any_file(self):
        prints = {
            build().fingerprint,
            build(zekerheid=CONFIDENCE.replace("0.85", "0.86")).fingerprint,
            build(eigen="[]\n").fingerprint,
        }

        assert len(prints) == 3
        assert build().fingerprint == build().fingerprint

    def test_a_vocabulary_is_built_again_from_its_files(self):
        words = build()

        assert build_vocabulary(words.files) == words


class TestFaults:
    @pytest.mark.parametrize(
        ("changes", "fault"),
        [
            (
                {"termen": TERM.replace("[segregatie]", "[segregtie]")},
                "termen.yaml:1: " + NO_THEME,
            ),
            (
                {"termen": TERM.replace("BRON", "NIETS")},
                "termen.yaml:1: 'NIETS' is geen bron; zet de bron in bronnen.yaml",
            ),
            (
                {"termen": TERM.replace("{mengen}", "{menggen}")},
                "termen.yaml:1: er is geen woordgroep {menggen}; de groepen staan in woorden.yaml",
            ),
            (
                {"termen": TERM + "  requires: {sentence: ['{kind}']}\n"},
                "termen.yaml:1: " + NO_CLASS,
            ),
            (
                {"termen": TERM + "  excludes: {document: ['{kind}']}\n"},
                "termen.yaml:1: " + NO_CLASS,
            ),
            (
                {"termen": TERM + "  variants: ['?!']\n"},
                "termen.yaml:1: '?!' is geen woord",
            ),
            (
                {"termen": "\n" + TERM + TERM},
                "termen.yaml:9: 'menging' staat er twee keer; geef elke regel een eigen id",
            ),
            (
                {"termen": TERM.replace("wording: jargon", "wording: straattaal")},
                "termen.yaml:4: 'wording' moet zijn: 'statutory' of 'jargon'",
            ),
            (
                {"termen": TERM + "  gap: 13\n"},
                "termen.yaml:8: 'gap' moet ten hoogste 12 zijn",
            ),
            (
                {"termen": TERM + "  gap: -1\n"},
                "termen.yaml:8: 'gap' moet ten minste 0 zijn",
            ),
            (
                {"termen": TERM + "  exclude: {sentence: [x]}\n"},
                "termen.yaml:8: 'exclude' is geen bekende sleutel; bedoelde u 'excludes'?",
            ),
            (
                {"valse_vrienden": DECOY + "  themes: [segregtie]\n"},
                "valse-vrienden.yaml:1: " + NO_THEME,
            ),
            (
                {"valse_vrienden": DECOY.replace("BRON", "NIETS")},
                "valse-vrienden.yaml:1: 'NIETS' is geen bron; zet de bron in bronnen.yaml",
            ),
            (
                {"beweringen": RULE.replace("BRON", "NIETS")},
                "beweringen.yaml:1: 'NIETS' is geen bron; zet de bron in bronnen.yaml",
            ),
            (
                {"beweringen": RULE.replace("niet besproken]\n  source", "'{tijd}']\n  source")},
                "beweringen.yaml:1: " + NO_CLASS.replace("kind", "tijd"),
            ),
            (
                {"beweringen": RULE.replace("not_discussed", "nooit_besproken")},
                ASSERTIONS,
            ),
            (
                {"beweringen": RULE + "  kinds: [notulen]\n"},
                KINDS,
            ),
            (
                {"themas": THEMES.replace("BRON", "NIETS")},
                "themas.yaml:1: 'NIETS' is geen bron; zet de bron in bronnen.yaml",
            ),
            (
                {"themas": THEMES.replace("high", "hoog")},
                "themas.yaml:8: 'absent_risk' moet zijn: 'low' of 'high'",
            ),
            (
                {"woorden": "mengen: [gemengd, '{bont}']\n"},
                "woorden.yaml:1: 'mengen': er is geen woordgroep {bont}",
            ),
            (
                {"woorden": "a: [x]\nmengen: ['{bont}']\nbont: ['{mengen}']\n"},
                "woorden.yaml:3: 'bont': de woordgroep verwijst naar zichzelf via {mengen}",
            ),
            (
                {"woorden": "mengen: [gemengde school]\n"},
                TWO_WORDS,
            ),
            (
                {"woorden": "mengen: gemengd\n"},
                "woorden.yaml:1: 'mengen' moet een lijst zijn; zet er '- ' of [ ] bij",
            ),
            (
                {"zekerheid": CONFIDENCE.replace("0.85", "1.85")},
                "zekerheid.yaml:1: 'pattern' moet ten hoogste 1 zijn",
            ),
            (
                {"zekerheid": CONFIDENCE.replace(", fuzzy: 0.6", "")},
                "zekerheid.yaml:2: 'fuzzy' ontbreekt; vul deze sleutel in",
            ),
            (
                {"zekerheid": CONFIDENCE.replace("fuzzy: 0.6", "fuzy: 0.6")},
                "zekerheid.yaml:2: 'fuzy' is geen bekende sleutel; bedoelde u 'fuzzy'?",
            ),
        ],
        ids=lambda value: value[:60] if isinstance(value, str) else "",
    )
    def test_a_fault_names_file_line_and_mend(self, changes, fault):
        assert fault in faults(**changes)

    def test_faults_of_several_files_are_told_at_once(self):
        told = faults(termen=TERM + "  gpa: 1\n", beweringen="- id: x\n  id: y\n", woorden="a")

        assert told == [
            "woorden.yaml:1: dit bestand moet een blok van sleutels en waarden zijn",
            "termen.yaml:8: 'gpa' is geen bekende sleutel; bedoelde u 'gap'?",
            "beweringen.yaml:2: 'id' staat er twee keer; laat er één weg",
        ]

    def test_a_vocabulary_without_confidence_is_not_whole(self):
        files = tuple(pair for pair in FILES.items() if pair[0] != "zekerheid.yaml")

        with pytest.raises(VocabularyError) as caught:
            build_vocabulary(files)

        assert str(caught.value) == (
            "zekerheid.yaml ontbreekt; zet dit bestand bij de woordenlijst"
        )

    def test_references_of_all_entries_are_told_at_once(self):
        told = faults(
            termen=TERM.replace("BRON", "EEN"), valse_vrienden=DECOY.replace("BRON", "TWEE")
        )

        assert told == [
            "termen.yaml:1: 'EEN' is geen bron; zet de bron in bronnen.yaml",
            "valse-vrienden.yaml:1: 'TWEE' is geen bron; zet de bron in bronnen.yaml",
        ]

    @given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
    def test_any_text_loads_or_raises_a_vocabulary_error(self, text):
        try:
            words = build(termen=text)
        except VocabularyError as error:
            told = str(error).splitlines()
        else:
            assert words.files[4] == ("termen.yaml", text)
            return
        assert all(line.startswith("termen.yaml:") for line in told)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


OWN = TERM.replace("BRON", "PRAKTIJK")


class TestOverlays:
    def test_an_overlay_adds_a_term(self, tmp_path):
        own = OWN.replace("'{mengen} school'", "regenboogtafel")

        words = load_vocabulary(write(tmp_path, "eigen.yaml", own))

        assert quotes(words, "De regenboogtafel is toegelicht.") == [("menging", "regenboogtafel")]
        assert len(words.terms) == len(load_vocabulary().terms) + 1

    def test_an_overlay_replaces_a_term_of_ours_by_its_id(self, tmp_path):
        ours = load_vocabulary()
        replaced = next(t for t in ours.terms if t.id == "ouderbetrokkenheid")
        own = OWN.replace("id: menging", f"id: {replaced.id}").replace(
            "'{mengen} school'", "koffiekamer"
        )

        words = load_vocabulary(write(tmp_path, "eigen.yaml", own))

        assert quotes(words, "De koffiekamer draait.") == [(replaced.id, "koffiekamer")]
        assert quotes(words, "De ouderbetrokkenheid groeit.") == []
        assert [t.id for t in words.terms] == [t.id for t in ours.terms]

    def test_an_overlay_brings_word_classes_and_sources_of_its_own(self, tmp_path):
        write(tmp_path, "woorden-eigen.yaml", "tafels: [tafel, kring]\n")
        write(tmp_path, "eigen.yaml", OWN.replace("'{mengen} school'", "'regenboog {tafels}'"))

        words = load_vocabulary(tmp_path)

        assert quotes(words, "De kring van de regenboog draait.") == [
            ("menging", "kring van de regenboog")
        ]

    def test_an_overlay_called_word_list_holds_terms(self, tmp_path):
        own = OWN.replace("'{mengen} school'", "regenboogtafel")

        words = load_vocabulary(write(tmp_path, "woordenlijst.yaml", own))

        assert words.terms[-1].id == "menging"

    def test_an_overlay_replaces_a_word_class(self, tmp_path):
        write(tmp_path, "woorden-eigen.yaml", "maand: [sprokkelmaand]\n")

        assert load_vocabulary(tmp_path).classes["maand"] == ("sprokkelmaand",)

    def test_a_bom_before_an_overlay_is_no_part_of_it(self, tmp_path):
        path = tmp_path / "eigen.yaml"
        path.write_bytes(b"\xef\xbb\xbf" + OWN.encode())

        assert load_vocabulary(path).terms[-1].id == "menging"

    def test_files_of_a_folder_are_read_by_name_and_others_left_alone(self, tmp_path):
        write(tmp_path, "b.yaml", OWN.replace("menging", "twee"))
        write(tmp_path, "a.yaml", OWN.replace("menging", "een"))
        write(tmp_path, "lees-mij.txt", "geen yaml: [")

        assert [t.id for t in load_vocabulary(tmp_path).terms[-2:]] == ["een", "twee"]

    def test_an_overlay_that_is_not_there_is_told_with_its_path(self, tmp_path):
        path = tmp_path / "weg.yaml"

        with pytest.raises(VocabularyError) as caught:
            load_vocabulary(path)

        assert str(caught.value) == (
            f"{path}: dit bestand met termen kan niet worden gelezen; "
            "controleer het pad en bewaar het als UTF-8"
        )

    def test_all_overlays_that_cannot_be_read_are_told_at_once(self, tmp_path):
        latin = tmp_path / "latin.yaml"
        latin.write_bytes("- id: reünie\n".encode("latin-1"))
        wrong = write(tmp_path, "fout.yaml", "[")

        with pytest.raises(VocabularyError) as caught:
            load_vocabulary(tmp_path / "weg.yaml", latin, wrong)

        assert [line.split(": ")[0] for line in str(caught.value).splitlines()] == [
            str(tmp_path / "weg.yaml"),
            str(latin),
            "fout.yaml:1",
        ]

    def test_a_fault_in_an_overlay_names_the_overlays_line(self, tmp_path):
        path = write(tmp_path, "eigen.yaml", "# van ons\n" + OWN.replace("PRAKTIJK", "ONS"))

        with pytest.raises(VocabularyError) as caught:
            load_vocabulary(path)

        assert str(caught.value) == (
            "eigen.yaml:2: 'ONS' is geen bron; zet de bron in bronnen.yaml"
        )


class TestShipped:
    def test_the_names_are_those_of_yaml_files_sorted(self):
        names = shipped_names()

        assert list(names) == sorted(names)
        assert {"themas.yaml", "bronnen.yaml", "segregatie.yaml"} <= set(names)
        assert [n for n in names if not n.endswith(".yaml")] == []

    def test_a_file_is_read_as_utf_8(self):
        assert read_shipped("themas.yaml").startswith("# De negen wettelijke thema's")

    def test_a_file_that_is_not_there_means_a_damaged_installation(self):
        with pytest.raises(FileNotFoundError):
            read_shipped("bestaat-niet.yaml")

    def test_the_shipped_vocabulary_has_nine_themes_in_the_order_of_the_law(self):
        assert [theme.id for theme in load_vocabulary().themes] == [
            "segregatie",
            "integratie",
            "onderwijsachterstanden",
            "inschrijving-toelating",
            "evenwichtige-verdeling",
            "vve-doelgroep",
            "vve-toeleiding",
            "vve-doorgaande-lijn",
            "vve-resultaten",
        ]

    def test_only_the_boards_own_duty_is_of_low_risk_where_absent(self):
        low = [theme.id for theme in load_vocabulary().themes if theme.absent_risk == "low"]

        assert low == ["evenwichtige-verdeling"]

    def test_every_source_is_used(self):
        words = load_vocabulary()
        entries = (*words.terms, *words.decoys, *words.assertions, *words.themes)

        used = {entry.source for entry in entries}

        assert used <= {source.id for source in words.sources}
