"""Strict YAML for people: every fault at once, with file, line and what to do.

All files that a policy adviser edits (vocabulary, assertion rules, correcties.yaml) are
read here, so that each gives the same kind of sentence for the same kind of fault:

    segregatie.yaml:3: 'themes' is leeg; noem er minstens één
    segregatie.yaml:4: 'wordign' is geen bekende sleutel; bedoelde u 'wording'?

Every scalar stays text until a type asks otherwise (a bare `no` is no False, a bare
`2022-03-01` no date), and a key that stands twice is a fault. So is an alias: a `*klas` without
quotation marks is meant as a word, and aliases of aliases could fill the memory.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from yaml.composer import ComposerError
from yaml.constructor import BaseConstructor

from leaterms.errors import LeatermsError

__all__ = ["Rules", "parse_rules"]

T = TypeVar("T")
Loc = Sequence[int | str]

_DEEPEST = 50  # lists and blocks in one another
_ALIAS = "an alias"
_SCANNED_ALIAS = "while scanning an alias"  # PyYAML's words

# pydantic's error type -> what to do, for someone who is no programmer
_MENDS = {
    "missing": "ontbreekt; vul deze sleutel in",
    "too_short": "is leeg; noem er minstens één",
    "string_too_short": "is leeg; vul een tekst in",
    "string_type": "moet tekst zijn",
    "tuple_type": "moet een lijst zijn; zet er '- ' of [ ] bij",
    "dict_type": "moet een blok van sleutels en waarden zijn",
    "dataclass_type": "moet een blok van sleutels en waarden zijn",
    "int_parsing": "moet een geheel getal zijn",
    "float_parsing": "moet een getal zijn, met een punt: 0.85",
    "bool_parsing": "moet 'ja' of 'nee' zijn (of true/false)",
    "date_from_datetime_parsing": "moet een datum zijn, als 2023-03-15",
    "date_parsing": "moet een datum zijn, als 2023-03-15",
}

# pydantic's error type -> the name of the bound in its context, and how to say it
_BOUNDS = {
    "less_than_equal": ("le", "ten hoogste"),
    "greater_than_equal": ("ge", "ten minste"),
}


@dataclass(frozen=True, slots=True)
class Rules(Generic[T]):
    """A checked value and the YAML it came from, so that later checks can name lines."""

    value: T
    name: str
    root: yaml.Node | None

    def at(self, *loc: int | str) -> str:
        """The place of `loc` (keys and indices from the root) as 'file.yaml:12'."""
        return f"{self.name}:{_line(self.root, loc)}"


def parse_rules(
    text: str, name: str, adapter: TypeAdapter[T], error: type[LeatermsError]
) -> Rules[T]:
    """Check YAML `text` against `adapter` and give the value with its places.

    Args:
        text: the YAML, decoded.
        name: the file's name, as it stands in messages.
        adapter: what the file must be; forbid extra keys in it.
        error: the class of error to raise.

    Raises:
        LeatermsError: of the class `error`: the text is no YAML, or breaks the format; one
            line per fault, all faults at once, in the order of the file.
    """
    try:
        root = _compose(text)
    except yaml.YAMLError as fault:
        raise error(f"{name}:{_mark_of(fault) + 1}: {_unreadable(fault)}") from fault
    except RecursionError as fault:
        raise error(
            f"{name}:1: de lijsten en blokken staan te diep in elkaar; haal haakjes weg"
        ) from fault
    doubles = [
        f"{name}:{node.start_mark.line + 1}: {node.value!r} staat er twee keer; laat er één weg"
        for node in _doubled_keys(root)
    ]
    if doubles:
        raise error("\n".join(doubles))
    data = None if root is None else BaseConstructor().construct_document(root)
    try:
        value = adapter.validate_python(data)
    except ValidationError as fault:
        known = _known_keys(adapter)
        told = _without_consequences(fault.errors())
        places = sorted({(_line(root, e["loc"]), _fault(e, known)) for e in told})
        raise error("\n".join(f"{name}:{line}: {text}" for line, text in places)) from fault
    return Rules(value, name, root)


def _compose(text: str) -> yaml.Node | None:
    """The nodes of `text`, by libyaml where it can: in a fifth of the time.

    The fault of a text is told by the slower loader, which has one wording on every system.
    """
    if yaml.__with_libyaml__:
        try:
            if _is_simple(text):
                return yaml.compose(text, Loader=yaml.CBaseLoader)
        except (yaml.YAMLError, UnicodeError):
            pass
    return yaml.compose(text, Loader=_Loader)


def _is_simple(text: str) -> bool:
    """Whether it has no alias, and is not so deep that libyaml's recursion ends the process."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            return False
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return True


class _Loader(yaml.BaseLoader):
    """Composes nodes whose scalars are all text, and no aliases."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise ComposerError(problem=_ALIAS, problem_mark=event.start_mark)
        return super().compose_node(parent, index)


def _mark_of(fault: yaml.YAMLError) -> int:
    """The line (from 0) at which `fault` shows itself."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    return mark.line if mark else 0


def _unreadable(fault: yaml.YAMLError) -> str:
    if getattr(fault, "problem", "") == _ALIAS or getattr(fault, "context", "") == _SCANNED_ALIAS:
        return "een woord met * moet tussen aanhalingstekens staan: '*klas'"
    return "dit is geen geldige YAML; controleer inspringing, dubbele punten en aanhalingstekens"


def _without_consequences(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without 'too short' for a list of which an entry was refused."""
    return [
        e
        for e in errors
        if e["type"] != "too_short"
        or not any(
            len(other["loc"]) > len(e["loc"]) and other["loc"][: len(e["loc"])] == e["loc"]
            for other in errors
        )
    ]


def _doubled_keys(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Scalar keys that stand more than once in one mapping, at any depth."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    yield key
                seen.add(key.value)
            yield from _doubled_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _doubled_keys(child)


def _line(root: yaml.Node | None, loc: Loc) -> int:
    """The line (from 1) of the deepest node along `loc` that exists."""
    node, line = root, 1
    if node is not None:
        line = node.start_mark.line + 1
    for step in loc:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                break
            node = node.value[step]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            found = [(k, v) for k, v in node.value if k.value == step]
            if not found:
                continue  # pydantic puts type names between the keys of a loc
            line = found[0][0].start_mark.line + 1
            node = found[0][1]
    return line


def _known_keys(adapter: TypeAdapter[T]) -> list[str]:
    """The keys that the schema knows anywhere; a typing error is nearest to its own."""
    names: set[str] = set()
    stack: list[object] = [adapter.json_schema()]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            properties = part.get("properties")
            if isinstance(properties, dict):
                names.update(properties)
            stack.extend(part.values())
        elif isinstance(part, list):
            stack.extend(part)
    return sorted(names)


def _fault(error: ErrorDetails, known: list[str]) -> str:
    keys = [step for step in error["loc"] if isinstance(step, str)]
    key = keys[-1] if keys else ""
    what = f"'{key}'" if key else "deze regel" if error["loc"] else "dit bestand"
    kind = error["type"]
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        near = get_close_matches(key, known, n=1)
        hint = f"; bedoelde u '{near[0]}'?" if near else "; laat de sleutel weg"
        return f"'{key}' is geen bekende sleutel{hint}"
    if kind in {"enum", "literal_error"}:
        expected = error.get("ctx", {}).get("expected", "")
        return f"{what} moet zijn: {expected.replace(' or ', ' of ')}"
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        return f"{what} moet {words} {error['ctx'][name]:g} zijn"
    if kind == "value_error":
        return f"{what}: {error['msg'].removeprefix('Value error, ')}"
    if kind == "string_type" and isinstance(error["input"], dict):
        return f"{what} moet tekst zijn; zet een tekst met {{ }} of : tussen aanhalingstekens"
    return f"{what} {_MENDS.get(kind, 'heeft niet de vorm die hier nodig is')}"
