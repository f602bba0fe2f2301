"""The components of the `nl_leaterms` pipeline that are rules, not learned.

Importing this module makes spaCy know them.

`leaterms_quotation_ends`
    Where a sentence can begin at quotation marks; before the parser.
`leaterms_agreement`
    Tags and parts of speech that follow from the parse.
`leaterms_separable_verbs`
    'vond ... plaats' has the lemma 'plaatsvinden': the lemmatizer gives 'vinden', this
    component adds the particle that the parser found.
"""

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens.morphanalysis import MorphAnalysis

__all__ = ["make_tags_agree", "mark_quotation_ends", "restore_separable_verbs"]

_OPENING = frozenset({",,", "„", "“", "‘", "«"})
_CLOSING = frozenset({"''", "”", "»"})
_NEVER_FIRST = frozenset({",", ";", ":", ".", "?", "!", ")", "]", "%"})
_STOPS = frozenset({".", "?", "!"})


@Language.component("leaterms_quotation_ends", assigns=["token.is_sent_start"])
def mark_quotation_ends(doc: Doc) -> Doc:
    """Tell the parser where a sentence can and cannot begin at quotation marks, in place.

    A closing mark goes with what it closes: 'Ik stop ermee.'' Zij vertrok.' begins anew
    after the mark if a stop is before it and a capital or another quotation after it.
    What looks the same on both sides ('"') closes if one is open on the same line.
    """
    is_open = len(doc) > 0 and doc[0].text == '"'
    for before, token in pairwise(doc):
        if before.is_space:
            is_open = token.text == '"'
            continue
        if token.text == '"':
            is_open = _opens(before, token, is_open=is_open)
        closes = token.text in _CLOSING or (token.text == '"' and not is_open)
        if closes or token.text in _NEVER_FIRST:
            token.is_sent_start = False
        if before.text not in _STOPS:
            continue
        if closes:
            _start_after(token)
        elif token.text in _OPENING and token.is_sent_start is None:
            token.is_sent_start = True
    return doc


def _opens(before: Token, mark: Token, *, is_open: bool) -> bool:
    """Tell whether '"' opens a quotation, by the spaces round it or else by turns."""
    if bool(before.whitespace_) != bool(mark.whitespace_):
        return bool(before.whitespace_)
    return not is_open


def _start_after(mark: Token) -> None:
    if mark.i + 1 < len(mark.doc):
        after = mark.nbor()
        if after.text[0].isupper() or after.text in _OPENING:
            after.is_sent_start = True


_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_FINITE, _INFINITIVE = "WW|pv|tgw|mv", "WW|inf|vrij|zonder"
_FINITE_FEATURES = "Number=Plur|Tense=Pres|VerbForm=Fin"
_NAME_PART = "SPEC|deeleigen"
_BEFORE_NAMES = frozenset({"De", "Den", "Der", "Het", "Ten", "Ter", "Van"})


@Language.component(
    "leaterms_agreement",
    assigns=["token.tag", "token.pos", "token.morph"],
    requires=["token.dep", "token.tag", "token.pos"],
)
def make_tags_agree(doc: Doc) -> Doc:
    """Let tags agree with the parse and with their neighbours, in place.

    - A verb is AUX if its relation is that of an auxiliary or copula, else VERB; so UD
      defines it, and the parser knows it better than the morphologizer.
    - 'werken' is finite or infinitive: infinitive after 'te' and beside a finite
      auxiliary, finite with a subject of its own.
    - 'wethouder De Vries': a capital within the sentence belongs to the name.

    Without a parse nothing changes.
    """
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.pos_ == "AUX" or (token.pos_ == "VERB" and token.dep_ in _AUXILIARY):
            token.pos_ = "AUX" if token.dep_ in _AUXILIARY else "VERB"
        if token.tag_ in (_FINITE, _INFINITIVE):
            tag = _verb_form(token)
            if tag != token.tag_:
                token.tag_ = tag
                features = _FINITE_FEATURES if tag == _FINITE else "VerbForm=Inf"
                token.morph = MorphAnalysis(doc.vocab, features)
        elif token.text in _BEFORE_NAMES and token.tag_ != _NAME_PART and not token.is_sent_start:
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if following is not None and following.tag_ == _NAME_PART:
                token.tag_, token.pos_ = _NAME_PART, "PROPN"
                token.morph = MorphAnalysis(doc.vocab)
    return doc


def _verb_form(token: Token) -> str:
    """Tell a finite plural from an infinitive, which look the same, by the parse."""
    verb = token.head if token.dep_ in _AUXILIARY else token
    others = [child for child in verb.children if child.dep_ in _AUXILIARY and child != token]
    if verb != token:
        others.append(verb)
    is_after_te = token.i > 0 and token.nbor(-1).lower_ == "te"
    if is_after_te or any(other.tag_.startswith("WW|pv") for other in others):
        return _INFINITIVE
    if verb != token or any(child.dep_.startswith("nsubj") for child in token.children):
        return _FINITE
    if not others and token.dep_ in {"xcomp", "csubj"}:
        return _INFINITIVE
    return token.tag_


# Of `compound:prt` in the treebanks, these tags and nouns are mostly part of the verb's lemma.
_PARTICLE_TAGS = frozenset({"VZ|fin", "BW", "ADJ|vrij|basis|zonder"})
_NOUN_PARTICLES = frozenset({"adem", "blijk", "deel", "kennis", "les", "plaats", "stop"})
_NOT_PARTICLES = frozenset({"beschikbaar", "er", "gelegen", "vandaan"})


@Language.component("leaterms_separable_verbs", assigns=["token.lemma"], requires=["token.dep"])
def restore_separable_verbs(doc: Doc) -> Doc:
    """Put the particle before the lemma of a verb that stands apart from it, in place.

    'Zij stelden het beleid vast' -> 'stelden' has the lemma 'vaststellen'. The parser's
    `compound:prt` is wider than that: it also marks the words of a fixed expression ('ter
    sprake komen'), which are told apart by their tags.
    """
    for token in doc:
        if token.dep_ == "compound:prt" and _is_particle(token):
            verb = token.head
            if not verb.lemma_.startswith(token.lower_):
                verb.lemma_ = token.lower_ + verb.lemma_
    return doc


def _is_particle(token: Token) -> bool:
    if token.lower_ in _NOT_PARTICLES or token.head.pos_ not in {"VERB", "AUX"}:
        return False
    return token.tag_ in _PARTICLE_TAGS or token.lower_ in _NOUN_PARTICLES
