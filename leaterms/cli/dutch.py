"""Typer's own words in Dutch: the headings of help, and what is wrong with a command line.

Typer takes its words from gettext, whose catalogue is global to a process; the few sentences
it has are put over here instead. What a newer typer words otherwise stays English until its
test (tests/cli) fails.
"""

import re

import typer.core
from typer.exceptions import TyperException

__all__ = ["DutchCommand", "DutchGroup", "explain_misuse"]

_WORDS = (
    (r"^Usage: ", "Gebruik: "),
    (r"^Arguments:", "Argumenten:"),
    (r"^Options:", "Opties:"),
    (r"^Commands:", "Opdrachten:"),
    (r"\[OPTIONS\]", "[OPTIES]"),
    (r"COMMAND \[ARGS\]\.\.\.", "OPDRACHT ..."),
    (r"\[required\]", "[verplicht]"),
    (r"\[default: ", "[standaard: "),
    (r"\{([A-Z]+)\}(\.\.\.)?", r"\1\2"),
    (r"(?<=[A-Z]) <\S+>  ", "  "),  # the Python type of an argument
    (r"  \[x>=1\]", ""),
    (r"Show this message and exit\.", "Toon deze uitleg en stop."),
)


def _in_dutch(text: str) -> str:
    for english, dutch in _WORDS:
        text = re.sub(english, dutch, text, flags=re.MULTILINE)
    return text


class DutchCommand(typer.core.TyperCommand):
    """A command whose help is Dutch."""

    def get_help(self, *args: object, **kwargs: object) -> str:
        """The help page."""
        return _in_dutch(super().get_help(*args, **kwargs))  # type: ignore[arg-type]


class DutchGroup(typer.core.TyperGroup):
    """A group of commands whose help is Dutch."""

    def get_help(self, *args: object, **kwargs: object) -> str:
        """The help page."""
        return _in_dutch(super().get_help(*args, **kwargs))  # type: ignore[arg-type]


def explain_misuse(error: TyperException) -> str:
    """What is wrong with a command line, in one Dutch sentence."""
    name = type(error).__name__
    message = error.format_message()
    option = getattr(error, "option_name", "")
    parameter = getattr(error, "param", None)
    if name == "NoSuchOption":
        return f"De optie '{option}' bestaat niet."
    if name == "BadOptionUsage":
        return f"Achter de optie '{option}' ontbreekt een waarde."
    if name == "MissingParameter" and parameter is not None:
        return f"Er ontbreekt iets in de opdracht: {_name(parameter)}."
    if name == "BadParameter" and parameter is not None:
        return f"De waarde van {_name(parameter)} klopt niet. Bedoeld is: {_purpose(parameter)}"
    if unknown := re.match(r"No such command '(.*?)'", message):
        return f"De opdracht '{unknown[1]}' bestaat niet."
    if extra := re.match(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", message):
        return f"Dit is te veel in de opdracht: {extra[1]}."
    return f"Deze opdracht kan niet: {message}"


def _name(parameter: object) -> str:
    """As the user types it: '--jobs', or for an argument what help calls it."""
    if getattr(parameter, "param_type_name", "") == "option":
        return "'" + " / ".join(getattr(parameter, "opts", ())) + "'"
    return str(getattr(parameter, "metavar", "") or getattr(parameter, "name", "")).strip(".")


def _purpose(parameter: object) -> str:
    text = str(getattr(parameter, "help", "") or "iets anders")
    return text[0].lower() + text[1:]
