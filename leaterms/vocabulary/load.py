"""Loading and checking the vocabulary: shipped files, and overlays of a municipality.

A file is recognised by its name: themas, bronnen, woorden(-...), valse-vrienden, beweringen
and zekerheid hold what docs/woordenlijst.md says, structuur, afspraken, beoordeling,
herlabelen and vragenlijst belong to other packages, every other file holds terms. An overlay
adds to ours: terms with the id of one of ours replace it.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from leaterms.errors import VocabularyError
from leaterms.language import Phrase, expand_classes, parse_phrase
from leaterms.rules import Rules, parse_rules
from leaterms.vocabulary.shipped import read_shipped, shipped_names
from leaterms.vocabulary.terms import (
    AssertionRule,
    Compounds,
    Confidence,
    Decoy,
    Near,
    Source,
    Term,
    Theme,
)

__all__ = ["Vocabulary", "build_vocabulary", "load_vocabulary"]

_ELSEWHERE = frozenset(
    {
        "structuur.yaml",
        "afspraken.yaml",
        "antwoorden.yaml",
        "beoordeling.yaml",
        "herlabelen.yaml",
        "personen.yaml",
        "vragenlijst.yaml",
    }
)
_WORDS = TypeAdapter(dict[str, tuple[str, ...]])
_CONFIDENCE = TypeAdapter(Confidence)

A = TypeVar("A")
E = TypeVar("E", Theme, Source, Term, Decoy, AssertionRule)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A checked vocabulary. `classes` are the word classes of woorden.yaml, expanded.

    `files` are the (name, text) pairs it was built from, so that a worker process can build
    the same; `fingerprint` is the SHA-256 of them, in hexadecimal.
    """

    themes: tuple[Theme, ...]
    terms: tuple[Term, ...]
    decoys: tuple[Decoy, ...]
    assertions: tuple[AssertionRule, ...]
    sources: tuple[Source, ...]
    classes: Mapping[str, tuple[str, ...]]
    confidence: Confidence
    files: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """Changes with every change of any file."""
        digest = hashlib.sha256()
        for name, text in self.files:
            digest.update(f"{name}\0{text}\0".encode())
        return digest.hexdigest()

    def phrases_of(self, entry: Term | Decoy) -> tuple[Phrase, ...]:
        """The label and variants of `entry`, read."""
        return tuple(
            parse_phrase(
                text,
                self.classes,
                compounds=entry.compounds.value,
                ordered=entry.ordered,
                gap=entry.gap,
            )
            for text in (entry.label, *entry.variants)
        )

    def phrase(self, text: str) -> Phrase:
        """A context word, read; also as the head of compounds."""
        return parse_phrase(text, self.classes, compounds=Compounds.HEAD.value)

    def cue(self, text: str, rule: AssertionRule) -> Phrase:
        """A cue of `rule`, read; never in compounds ('tafel' is no 'keukentafel')."""
        return parse_phrase(
            text,
            self.classes,
            compounds=Compounds.NONE.value,
            ordered=rule.ordered,
            gap=rule.gap,
        )


def load_vocabulary(*overlays: Path) -> Vocabulary:
    """The shipped vocabulary, with the files of a municipality's own on top.

    Args:
        overlays: YAML files of terms, or folders of them.

    Raises:
        VocabularyError: a fault in any file, or a path that is not there; all faults of all
            files at once, one a line.
    """
    files = [(name, read_shipped(name)) for name in shipped_names() if name not in _ELSEWHERE]
    unreadable: list[str] = []
    for overlay in overlays:
        for path in sorted(overlay.glob("*.yaml")) if overlay.is_dir() else [overlay]:
            try:
                # Windows editors put a mark before UTF-8, which is no part of the text
                files.append((path.name, path.read_text(encoding="utf-8-sig")))
            except (OSError, UnicodeDecodeError):
                unreadable.append(
                    f"{path}: dit bestand met termen kan niet worden gelezen; "
                    "controleer het pad en bewaar het als UTF-8"
                )
    return _build(tuple(files), unreadable) if unreadable else build_vocabulary(tuple(files))


@lru_cache(maxsize=4)
def build_vocabulary(files: tuple[tuple[str, str], ...]) -> Vocabulary:
    """Check (name, text) pairs and give the vocabulary; later files overrule earlier.

    It depends on the files alone, and is kept: a store opened twice gives one vocabulary.

    Raises:
        VocabularyError: as `load_vocabulary`.
    """
    return _build(files, [])


def _build(files: tuple[tuple[str, str], ...], faults: list[str]) -> Vocabulary:
    found = _Found(faults)
    for name, text in files:
        found.read(name, text)
    if not faults:
        found.check()
    if faults or found.confidence is None:
        raise VocabularyError("\n".join(faults))
    return Vocabulary(
        themes=tuple(found.themes.values()),
        terms=tuple(found.terms.values()),
        decoys=tuple(found.decoys.values()),
        assertions=tuple(found.assertions.values()),
        sources=tuple(found.sources.values()),
        classes=found.classes,
        confidence=found.confidence,
        files=files,
    )


class _Found:
    """What was read so far, with the place of each entry for later messages."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        self.themes: dict[str, Theme] = {}
        self.sources: dict[str, Source] = {}
        self.terms: dict[str, Term] = {}
        self.decoys: dict[str, Decoy] = {}
        self.assertions: dict[str, AssertionRule] = {}
        self.classes: dict[str, tuple[str, ...]] = {}
        self.confidence: Confidence | None = None
        self.places: dict[tuple[str, str], str] = {}

    def read(self, name: str, text: str) -> None:
        try:
            # not 'woordenlijst.yaml', which many would call a file of their own terms
            if name == "woorden.yaml" or name.startswith("woorden-"):
                self._read_words(parse_rules(text, name, _WORDS, VocabularyError))
            elif name == "zekerheid.yaml":
                self.confidence = parse_rules(text, name, _CONFIDENCE, VocabularyError).value
            elif name == "themas.yaml":
                self._add(_entries(text, name, Theme), self.themes)
            elif name == "bronnen.yaml":
                self._add(_entries(text, name, Source), self.sources)
            elif name == "valse-vrienden.yaml":
                self._add(_entries(text, name, Decoy), self.decoys)
            elif name == "beweringen.yaml":
                self._add(_entries(text, name, AssertionRule), self.assertions)
            else:
                self._add(_entries(text, name, Term), self.terms)
        except VocabularyError as error:
            self.faults.append(str(error))

    def _read_words(self, rules: Rules[dict[str, tuple[str, ...]]]) -> None:
        self.classes.update(rules.value)
        for key in rules.value:
            self.places["class", key] = rules.at(key)

    def _add(self, rules: Rules[tuple[E, ...]], into: dict[str, E]) -> None:
        here: set[str] = set()
        for i, entry in enumerate(rules.value):
            key = entry.id
            if key in here:
                self.faults.append(
                    f"{rules.at(i)}: '{key}' staat er twee keer; geef elke regel een eigen id"
                )
            here.add(key)
            into[key] = entry
            self.places[type(entry).__name__, key] = rules.at(i)

    def check(self) -> None:
        """Check what one file cannot show: classes, themes and sources that exist."""
        if self.confidence is None:
            self.faults.append("zekerheid.yaml ontbreekt; zet dit bestand bij de woordenlijst")
        else:
            self._check_classes()
        if self.confidence is None or self.faults:
            return
        empty = Vocabulary((), (), (), (), (), self.classes, self.confidence, ())
        entries: tuple[Term | Decoy, ...] = (*self.terms.values(), *self.decoys.values())
        for entry in entries:
            at = self.places[type(entry).__name__, entry.id]
            self._check_references(at, entry.themes, entry.source)
            self._check_phrases(at, empty.phrases_of, entry)
            for near in (entry.requires, entry.excludes):
                for text in _near_texts(near):
                    self._check_phrases(at, empty.phrase, text)
        for rule in self.assertions.values():
            at = self.places["AssertionRule", rule.id]
            self._check_references(at, (), rule.source)
            for text in (*rule.cues, *rule.unless):
                self._check_phrases(at, empty.phrase, text)
        for theme in self.themes.values():
            self._check_references(self.places["Theme", theme.id], (), theme.source)

    def _check_classes(self) -> None:
        """Expand the classes in one another, and read each word once."""
        for name, words in self.classes.items():
            for word in words:
                if not word.startswith("{"):
                    at = self.places["class", name]
                    self._check_phrases(at, lambda w: parse_phrase("{w}", {"w": (w,)}), word)
        try:
            self.classes = expand_classes(self.classes)
        except ValueError as error:
            name = str(error).split("'")[1]
            self.faults.append(f"{self.places['class', name]}: {error}")

    def _check_references(self, at: str, themes: Iterable[str], source: str) -> None:
        for theme in themes:
            if theme not in self.themes:
                self.faults.append(
                    f"{at}: '{theme}' is geen thema; de thema's staan in themas.yaml"
                )
        if source not in self.sources:
            self.faults.append(f"{at}: '{source}' is geen bron; zet de bron in bronnen.yaml")

    def _check_phrases(self, at: str, read: Callable[[A], object], written: A) -> None:
        try:
            read(written)
        except ValueError as error:
            self.faults.append(f"{at}: {error}")


def _entries(text: str, name: str, kind: type[E]) -> Rules[tuple[E, ...]]:
    adapter: TypeAdapter[tuple[E, ...]] = TypeAdapter(tuple[kind, ...])  # type: ignore[valid-type]
    return parse_rules(text, name, adapter, VocabularyError)


def _near_texts(near: Near | None) -> tuple[str, ...]:
    return () if near is None else (*near.sentence, *near.item, *near.document)
