import re

import pytest

ENGLISH = re.compile(
    r"\b(usage|options|arguments|commands|default|required|show|exit|the|and|this|invalid|"
    r"missing|error|such|value|try)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("arguments", [("--help",), ("scan", "--help"), ("evaluate", "--help")])
def test_help_is_dutch(run, arguments):
    done = run(*arguments)
    # names of commands and options are what they are
    text = re.sub(r"--\w+|leaterms|^  (scan|evaluate) ", "", done.out, flags=re.MULTILINE)

    assert (done.code, done.err) == (0, "")
    assert ENGLISH.findall(text) == []
    assert text.startswith("Gebruik: ")
    assert "Toon deze uitleg en stop." in text


def test_without_a_command_it_shows_help(run):
    done = run()

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Gebruik: leaterms [OPTIES] OPDRACHT ...")


NO_NUMBER = (
    "De waarde van '--jobs' klopt niet. Bedoeld is: aantal processen, 1 of meer; anders "
    "wat deze computer aankan."
)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("scan", "a", "--outt", "b"), "De optie '--outt' bestaat niet."),
        (("scan", "a", "--jobs"), "Achter de optie '--jobs' ontbreekt een waarde."),
        (("scan",), "Er ontbreekt iets in de opdracht: ARCHIEF."),
        (("evaluate",), "Er ontbreekt iets in de opdracht: MAP."),
        (("skan",), "De opdracht 'skan' bestaat niet."),
        (("evaluate", "a", "b", "c"), "Dit is te veel in de opdracht: b c."),
        (("scan", "a", "--jobs", "veel"), NO_NUMBER),
        (("scan", "a", "--jobs", "0"), NO_NUMBER),
    ],
)
def test_misuse_is_one_dutch_sentence(run, arguments, sentence):
    done = run(*arguments)

    assert (done.code, done.out, done.err) == (2, "", f"{sentence} Zie 'leaterms --help'.\n")
