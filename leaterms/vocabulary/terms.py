"""The entries of the vocabulary, as a policy adviser writes them in `vocab/*.yaml`.

docs/woordenlijst.md explains each key to its editors, in Dutch. Words in labels, variants,
context lists and cues are written in one small notation (`leaterms.language.phrases`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, with_config

__all__ = [
    "AssertionRule",
    "Compounds",
    "Confidence",
    "Decoy",
    "Doubt",
    "Near",
    "Scope",
    "Shares",
    "Source",
    "Term",
    "Theme",
    "Wording",
]

_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Wording(StrEnum):
    """Whose words a term is in (annotation guideline, 'Wording')."""

    STATUTORY = "statutory"  # the law's or the inspectorate's
    JARGON = "jargon"  # anyone else's


class Compounds(StrEnum):
    """In which compounds a word of a label may stand."""

    NONE = "none"  # the word itself only
    HEAD = "head"  # as the last part: 'groep' in 'peutergroep'
    ANY = "any"  # as any part: 'segregatie' in 'antisegregatiebeleid'


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Source:
    """A publication that a term, rule or figure rests on (`vocab/bronnen.yaml`)."""

    key: Text
    title: Text
    publisher: Text
    year: Text
    """The year, or what is known of it ('n.d.')."""

    @property
    def id(self) -> str:
        """The key, under the name that all other entries use."""
        return self.key


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Theme:
    """A statutory theme (`vocab/themas.yaml`), in the order in which the law names them."""

    id: Text
    label: Text
    """The statutory wording: 'voorkomen van segregatie'."""
    short: Text
    """A column heading: 'Segregatie'."""
    umbrella: Text
    """The words that open a heading: 'Voorkomen van segregatie'."""
    law: Text
    """The article that names it: 'art. 161 WPO'."""
    group: Text
    """The group it is shown in: 'art. 161 WPO / art. 3.42 WVO 2020'."""
    partners: Texts
    """Who must be at the table by law."""
    absent_risk: Literal["low", "high"]
    """The risk of a year without it."""
    source: Text
    """Key in bronnen.yaml."""


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Near:
    """Words near a term: in its sentence, its item (with heading), its document."""

    sentence: tuple[Text, ...] = ()
    item: tuple[Text, ...] = ()
    document: tuple[Text, ...] = ()


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Term:
    """A phrase for one or more themes; `id` is unique within a vocabulary."""

    id: Text
    label: Text
    """The phrase as people say it."""
    themes: Texts
    wording: Wording
    source: Text
    """Key in bronnen.yaml: who used it so."""
    matches: Texts
    """Sentences in which it must be found."""
    rejects: Texts
    """Sentences in which it must not be found."""
    variants: tuple[Text, ...] = ()
    """Other ways to say the same, in the same notation."""
    compounds: Compounds = Compounds.HEAD
    gap: Annotated[int, Field(ge=0, le=12)] = 2
    """How many content words may stand between two words of the phrase."""
    ordered: bool = False
    """True: only in the order of the label ('samen naar school')."""
    requires: Near | None = None
    """It counts only with one of these words near (any one, in any scope given)."""
    excludes: Near | None = None
    """It does not count with any of these words near."""
    note: str = ""


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Decoy:
    """A phrase that uses the words in another sense; it blocks mentions it overlaps.

    `themes` empty: it blocks all themes.
    """

    id: Text
    label: Text
    source: Text
    matches: Texts
    """Sentences in which it blocks."""
    rejects: Texts
    """Sentences in which it does not stand in the way of a true mention."""
    themes: tuple[Text, ...] = ()
    variants: tuple[Text, ...] = ()
    compounds: Compounds = Compounds.HEAD
    gap: Annotated[int, Field(ge=0, le=12)] = 2
    ordered: bool = False
    requires: Near | None = None
    excludes: Near | None = None
    note: str = ""


class Scope(StrEnum):
    """Where the cue of an assertion rule must stand, seen from the mention."""

    AROUND = "around"  # directly around the mention, as a few words before or after
    BEFORE = "before"  # earlier in the sentence
    AFTER = "after"  # later in the sentence
    SENTENCE = "sentence"
    NEXT = "next"  # in the same or the next sentence
    PREVIOUS = "previous"  # in the same sentence or the one before
    HEADING = "heading"  # in the heading of the item
    ITEM = "item"  # anywhere in the item; also for a mention in its heading


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class AssertionRule:
    """A rule that says what a passage shows; the first that fits decides.

    In the examples the mention stands between square brackets, and ' // ' begins a new
    sentence of the item: '[segregatie] is niet besproken.'
    """

    id: Text
    assertion: Literal["discussed", "planned", "not_discussed", "postponed", "quoted"]
    """What the mention shows (annotation guideline, 'Assertion')."""
    cues: Texts
    scope: Scope
    source: Text
    matches: Texts
    rejects: Texts
    kinds: tuple[Literal["agenda", "verslag", "besluitenlijst", "other"], ...] = ()
    """Kinds of document it is for; empty: all."""
    unless: tuple[Text, ...] = ()
    """Cues in the sentence that lift the rule ('niet alleen')."""
    ordered: bool = False
    """True: the words of a cue in the order in which they are written."""
    gap: Annotated[int, Field(ge=0, le=12)] = 2
    """How many content words may stand between two words of a cue."""
    only_heading: bool = False
    """True: for mentions in a heading only."""
    in_quotes: bool = False
    """True: for mentions between quotation marks only."""
    unless_taken_up: bool = False
    """True: not where the same item goes on to deal with the theme (a list of duties)."""
    note: str = ""


Share = Annotated[float, Field(ge=0, le=1)]


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Shares:
    """The share of finds that was right, by the way in which they were found."""

    term: Share
    compound: Share
    pattern: Share
    fuzzy: Share


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Doubt:
    """The classifier's scores, by wording, below which a find of the vocabulary is doubted."""

    statutory: Share
    jargon: Share


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Confidence:
    """How often a find was right on held-out municipalities (`vocab/zekerheid.yaml`)."""

    statutory: Shares
    jargon: Shares
    doubt_lea: Doubt
    """In LEA documents: a find in a sentence that scores lower is a proposal only."""
    doubt_elsewhere: Doubt
    """In other documents: a find in a sentence that scores lower is no mention."""

    def of(self, wording: str, method: str) -> float:
        """The share for a wording and a method of the vocabulary, with three decimals."""
        shares = self.statutory if wording == Wording.STATUTORY else self.jargon
        return round(float(getattr(shares, method)), 3)

    def doubt(self, wording: str, *, is_lea: bool) -> float:
        """The classifier's score below which a find is doubted."""
        limits = self.doubt_lea if is_lea else self.doubt_elsewhere
        return limits.statutory if wording == Wording.STATUTORY else limits.jargon
