"""The provisions an article cites, each with the act it belongs to, as printed and as meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.acts import Act, find_acts
from extract.evidence import sentence_of
from extract.reading import Law
from extract.text import Span, Text, within

PART = r"(?:\s*,?\s*(?:ayat|huruf|angka)\s*\(?\w{1,3}\)?|\s*\(\d{1,2}\))"
AND_PART = r"(?:\s*(?:dan|,|atau|serta)\s*(?:ayat\s*)?\(?\d{1,2}\)?(?!\s*(?:ayat|\d)))"
TAIL = rf"(?:{PART}{AND_PART}?)*"
ARTICLE = rf"\d{{1,3}}[A-Z]?(?!\d|\s*(?:orang|tahun|bulan|hari|ASN|persen)){TAIL}"
LINK = r"\s*,?\s*(?:jo\.?|juncto|junto|yo|dan(?:/atau)?|serta|maupun|atau|,)\s*(?:pasal\s+)?"
FAR = r"pasal(?:nya)?\s[^\n.;\d]{2,40}?(?=\d{2,3}\b[^\n.;]{0,30}\b(?:UU|Undang))"
CITED = re.compile(rf"(?<!\w)(?:pasal\s+|{FAR}){ARTICLE}(?:{LINK}{ARTICLE})*", re.IGNORECASE)
ONE = re.compile(rf"(?P<number>\d{{1,3}}[A-Z]?){TAIL}", re.IGNORECASE)

# Articles that news on neutrality cite without naming the act.
LOCAL = frozenset({69, 70, 71, 180, 187, 188, 189, 190})
GENERAL = frozenset(
    {280, 281, 282, 283, 284, 304, 306, 339, 454, 490, 491, 492, 493, 494, 521, 523, 545, 546, 547, 548}
)
HOMES = {"UU 10/2016": LOCAL, "UU 7/2017": GENERAL, "UU 6/2014": frozenset({29, 30, 51, 52})}
PARAGRAPHS = re.compile(r"(?:ayat\s*)?\(?\b(\d{1,2})\b\)?", re.IGNORECASE)
PILKADA_ACTS = frozenset({"UU 10/2016", "UU 1/2015", "UU 6/2020", "UU 8/2015"})


@dataclass(frozen=True, slots=True)
class Article:
    """One article cited, where it stands: "71 ayat (2)"."""

    start: int
    end: int
    number: int
    printed: str


def find_laws(text: Text) -> tuple[Law, ...]:
    """The provisions cited in the body, each once; an act stands alone only where no article of it is cited."""
    acts = find_acts(text)
    found: dict[tuple[str, str | None], Law] = {}
    for article in find_articles(text):
        act = _act_of(text, article, acts)
        if act:
            found.setdefault((act.name, article.printed), _law(text, act, article.printed, article.start, article.end))
    named = {name for name, _ in found}
    for act in acts:
        if act.name not in named and _stands_alone(act, acts):
            named.add(act.name)
            found[act.name, None] = _law(text, act, None, act.start, act.end)
    return tuple(found.values())


def find_articles(text: Text) -> Iterator[Article]:
    """The articles cited in the body: "Pasal 188 jo 71 ayat (1)" is two."""
    for line in text.body:
        for cited in CITED.finditer(text.raw, line.start, line.end):
            for m in ONE.finditer(text.raw, cited.start() + len("pasal"), cited.end()):
                number = int(re.sub(r"\D", "", m["number"]))
                yield from (Article(m.start(), m.end(), number, printed) for printed in _each(m))


def _each(m: re.Match[str]) -> list[str]:
    """The paragraphs cited of one article, each by itself: "71 ayat (2) dan (3)" is two."""
    printed = " ".join(m[0].split())
    paragraphs = PARAGRAPHS.findall(m[0][len(m["number"]) :]) if re.search(AND_PART, m[0]) else []
    return [f"{m['number']} ayat ({p})" for p in paragraphs] or [printed]


def _act_of(text: Text, article: Article, acts: Sequence[Act]) -> Act | None:
    """The act of an article: in its sentence, else one named elsewhere that has such an article, else by its number."""
    sentence = sentence_of(text, article.start, article.end)
    inside = [a for a in within(acts, Span(sentence.start, sentence.end)) if a.kind != "SE"]
    after = [a for a in inside if a.start >= article.end]
    near = after[:1] or inside[-1:]
    if near and _fits(near[0], article.number):
        return _full(near[0], acts)
    home = next((a for a in acts if article.number in _home(a)), None)
    if home:
        return _full(home, acts)
    earlier = (a for a in reversed(within(acts, Span(0, article.start))) if a.end <= article.start)
    return _by_number(article) or next((a for a in earlier if a.kind in ("UU", "PP")), None)


def _home(act: Act) -> frozenset[int]:
    return LOCAL if act.name in PILKADA_ACTS else HOMES.get(act.canonical or act.name, frozenset())


def _fits(act: Act, number: int) -> bool:
    """Tell whether an act can have an article: one that only another act is cited for is not its."""
    others = frozenset().union(*(h for h in HOMES.values() if h != _home(act))) if _home(act) else LOCAL | GENERAL
    return number in _home(act) or number not in others


def _full(act: Act, acts: Sequence[Act]) -> Act:
    """The numbered act behind a nickname, where the article gives the number elsewhere."""
    if act.numbered or act.canonical is None:
        return act
    same = (a for a in acts if a.numbered and (a.canonical == act.canonical or (_home(a) and _home(a) == _home(act))))
    return next(same, act)


def _by_number(article: Article) -> Act | None:
    home = next((name for name in ("UU 10/2016", "UU 7/2017") if article.number in HOMES[name]), None)
    return Act(article.start, article.end, "UU", home, home, True) if home else None


def _stands_alone(act: Act, acts: Sequence[Act]) -> bool:
    if act.numbered:
        return True
    if act.canonical in ("UU 10/2016", "UU 7/2017"):
        return False
    return not any(a.numbered and a.kind == act.kind for a in acts)


def _law(text: Text, act: Act, article: str | None, start: int, end: int) -> Law:
    evidence = (sentence_of(text, start, end),)
    canonical = act.canonical if act.canonical != act.name else None
    return Law(act=act.name, article=article, printed=text[Span(start, end)], canonical=canonical, evidence=evidence)
