"""The tokenizer of `nl_leaterms`: spaCy's Dutch one, with what minutes and newspapers need."""

from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found] # compiled
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found] # compiled
from spacy.util import compile_infix_regex, compile_prefix_regex

__all__ = ["ABBREVIATIONS", "adapt_tokenizer"]

# Abbreviations of minutes, agendas and rules; each also with a capital.
ABBREVIATIONS: tuple[str, ...] = tuple(
    """
    a.d.h.v. a.g.v. a.h.v. a.s. a.u.b. afd. afk. alg. artt. b.g.g. b.v. bgm. bijl. blz. burg.
    c.a. c.q. c.s. d.d. d.i. d.m.v. d.t.v. dd. dhr. dir. drs. e.a. e.d. e.e.a. e.v. evt. excl.
    gem. h.t. i.c. i.c.m. i.e. i.g.v. i.h.b. i.h.k. i.h.k.v. i.i.g. i.k.v. i.o. i.o.m. i.o.v.
    i.p.v. i.r.t. i.s.m. i.t.t. i.v.m. i.z.g. incl. ing. inw. ir. jl. k.k. m.a.w. m.b.t. m.b.v.
    m.i. m.i.v. m.m.v. m.n. m.u.v. mevr. mln. mr. mrs. mw. n.a.v. n.b. n.n.b. n.o.t.k. n.t.b.
    n.v.t. nl. nr. nrs. o.a. o.b.v. o.g.v. o.i. o.i.d. o.l.v. o.m. o.v.v. onderw. p.a. p.j.
    p.m. p.p. p.w. pag. penn. plv. prof. r.k. ref. resp. secr. stg. t.a.v. t.b.v. t.g.v. t.h.v.
    t.k.n. t.l.v. t.n.v. t.o.v. t.z.t. tel. toel. u.d. v.l.n.r. v.w.b. vgl. vlg. vlgs. vnl.
    voorz. vz. w.o. w.v.t.t.k. weth. wnd. z.g. z.o.z. z.s.m. zgn.
    """.split()
)

# spaCy's Dutch abbreviations that are mostly the last word of a sentence ('uit de hand.').
_WORDS: frozenset[str] = frozenset(
    """
    al app bel best dat gen hand kon lat mand me not or ov pan pas pers po top u ver vo vol
    """.split()
)


def adapt_tokenizer(nlp: Language) -> None:
    """Let the tokenizer keep abbreviations whole, and ',,' (a low quotation mark) as well."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(f"expected spaCy's own tokenizer, not {type(tokenizer)}")
    prefixes = [",,", *(nlp.Defaults.prefixes or ())]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    infixes = [",,", *(nlp.Defaults.infixes or ())]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.rules = {
        form: rule
        for form, rule in tokenizer.rules.items()
        if not (form.endswith(".") and form[:-1].lower() in _WORDS)
    }
    for short in ABBREVIATIONS:
        for form in (short, short[0].upper() + short[1:]):
            tokenizer.add_special_case(form, [{ORTH: form}])
