"""A press of any size: Readings with the distribution of the sample archive's own, made in a stream from fixed seeds.

Each world is a copy of all sample articles in which persons' names are other invented words of the same length, regions
are others of the gazetteer, years are shifted and the everyday words of the text are replaced, so that no two worlds
share a text; within a world all stays as it is told: cases over several articles, copies, repeat offenders, clearings.
Some worlds go on with the people of an earlier one in later years, some have namesakes of its people elsewhere.
Quotations stay exact: `text[start:end] == quote`.

`python -m benchmarks.world 100000 > readings.jsonl` writes as many Readings as hold 100,000 claims.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import count

import msgspec

from benchmarks.seeds import Seeds, Template, seeds
from extract import gazetteer
from extract.reading import Reading, encode
from graph.names import LISTS

SEED = 20261125
ONSETS = "b c d g h j k l m n p r s t w y nd ng ny tr pr kr sw".split()
VOWELS = "a a a i i u u e o".split()
CODAS = ["", "", "", "", "n", "ng", "r", "s", "t", "h", "k", "m", "l"]
POOL = 4000
EARLIEST = 2005
SEQUEL, NAMESAKE = 0.06, 0.10
Tree = dict[str, object] | list[object] | str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class World:
    """What becomes of the sample's words, names, regions (by code) and years in one copy."""

    number: int
    names: Mapping[str, str]
    regions: Mapping[str, str]
    words: Mapping[str, str]
    years: int


def readings(claims: int, seed: int = SEED, first: int = 0) -> Iterator[Reading]:
    """Readings of as many articles as it takes to hold `claims` claims, from world `first` on."""
    found, sample = 0, seeds()
    for number in count(first):
        world = world_of(number, seed)
        for article in sample.articles:
            if found >= claims:
                return
            found += article.claims
            yield told_in(world, article.tree, article.templates)


def world_of(number: int, seed: int = SEED) -> World:
    """A world by its number; the same for ever."""
    sample, rng = seeds(), random.Random(f"{seed} {number}")
    kind, other = rng.random(), rng.randrange(max(number, 1))
    people = places = rng
    years = -rng.randrange(sample.years[0] - EARLIEST + 1)
    if number and kind < NAMESAKE:
        people = random.Random(f"{seed} {other} names")
        places = random.Random(f"{seed} {other} regions") if kind < SEQUEL else rng
    else:
        people, places = random.Random(f"{seed} {number} names"), random.Random(f"{seed} {number} regions")
    names = {word: _invented(people, word) for word in sample.names}
    words = {word: _everyday(number, n, word) for n, word in enumerate(sample.words)}
    regions = _regions(sample, places)
    return World(number, names | _region_words(sample, regions), regions, words, years)


def told_in(world: World, tree: Mapping[str, object], templates: Mapping[str, Template]) -> Reading:
    """One article of the sample as the world has it."""
    text = _text(world, templates[""])
    made = _Retelling(world, templates, text).node(tree)
    assert isinstance(made, dict)
    article = made["article"]
    assert isinstance(article, dict)
    made["id"] = article["id"] = f"{made['id']}~{world.number}"
    article |= {
        "text": text[0],
        "sha256": sha256(text[0].encode()).hexdigest(),
        "url": f"{article['url']}?w={world.number}",
    }
    return msgspec.convert(made, Reading)


def _text(world: World, template: Template) -> tuple[str, list[int]]:
    """The text, and where each of its tokens begins."""
    tokens = [world.names.get(t) or world.words.get(t, t) for t in template]
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token)
    return "".join(tokens), [*starts, at]


@dataclass(frozen=True, slots=True)
class _Retelling:
    world: World
    templates: Mapping[str, Template]
    text: tuple[str, list[int]]

    def node(self, tree: object, key: str = "") -> object:
        if isinstance(tree, dict):
            return self._record(tree)
        if isinstance(tree, list | tuple):
            return [self.node(item, key) for item in tree]
        return self._string(tree, key) if isinstance(tree, str) else tree

    def _record(self, tree: dict[str, object]) -> object:
        if "quote" in tree:
            return self._evidence(tree)
        if "regency" in tree:
            return self._place(tree)
        if "kind" in tree and "year" in tree:
            return tree | {"year": tree["year"] + self.world.years if isinstance(tree["year"], int) else None}
        return {key: self.node(value, key) for key, value in tree.items()}

    def _evidence(self, tree: dict[str, object]) -> object:
        start, end = tree["start"], tree["end"]
        assert isinstance(start, tuple)
        assert isinstance(end, tuple)
        text, starts = self.text
        at, to = (
            min(starts[n] + inner, starts[n + 1]) if n + 1 < len(starts) else starts[n] for n, inner in (start, end)
        )
        return {"quote": text[at:to], "start": at, "end": to}

    def _place(self, tree: dict[str, object]) -> object:
        code = self.world.regions.get(str(tree["code"])[:5])
        return _place(code) if code else tree

    def _string(self, text: str, key: str) -> str:
        if key in ("date", "as_of", "published", "updated", "retrieved"):
            return _shifted(text, self.world.years)
        template = self.templates.get(text)
        if template is None:
            return text
        words = self.world.words if key in ("title", "measure") else {}
        return "".join(self.world.names.get(t) or words.get(t, t) for t in template)


@cache
def _place(code: str) -> object:
    return msgspec.to_builtins(gazetteer.place_of(code))


def _shifted(day: str, years: int) -> str:
    shifted = f"{int(day[:4]) + years:04}{day[4:]}"
    return shifted.replace("-02-29", "-02-28")


def _regions(sample: Seeds, rng: random.Random) -> dict[str, str]:
    """Another province for each, by its number of regencies; other regencies and cities in it, each once if it can."""
    provinces = _provinces()
    found: dict[str, str] = {}
    for province, regencies in sample.regions.items():
        found[province] = rng.choices(list(provinces), [len(r) for r in provinces.values()])[0]
        there = provinces[found[province]]
        chosen = (
            rng.sample(there, len(regencies)) if len(there) >= len(regencies) else rng.choices(there, k=len(regencies))
        )
        found |= dict(zip(regencies, chosen, strict=True))
    return found


@cache
def _provinces() -> Mapping[str, Sequence[str]]:
    codes = sorted({code for found in gazetteer.regencies().values() for code in found})
    return {p: [c for c in codes if c[:2] == p] for p in sorted({c[:2] for c in codes})}


def _region_words(sample: Seeds, regions: Mapping[str, str]) -> dict[str, str]:
    """What each name of a region in the sample is printed as; a headline's capitals stay capitals."""
    named = {name: gazetteer.bare(gazetteer.name_of(regions[code])) for name, code in sample.called.items()}
    return named | {name.upper(): to.upper() for name, to in named.items()}


def _invented(rng: random.Random, word: str) -> str:
    """A name word of the same length; some are common, most are seldom."""
    if word.lower() in LISTS.common or len(word) < 3:
        return word
    pool = _pool(len(word))
    return pool[int(len(pool) * rng.random() ** 2)]


@cache
def _pool(length: int) -> Sequence[str]:
    rng = random.Random(f"{SEED} words of {length}")
    taken = LISTS.titles | LISTS.degrees | LISTS.particles | LISTS.common
    size = min(POOL, 12 ** (length - 1))
    words = (_word(rng, length) for _ in range(size * 2))
    return tuple(dict.fromkeys(w.capitalize() for w in words if w not in taken))[:size]


def _word(rng: random.Random, length: int) -> str:
    word = ""
    while len(word) < length:
        word += rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)
    return word[:length]


def _everyday(number: int, n: int, word: str) -> str:
    """Another word for three in four of the text's everyday words, which ones differs from world to world."""
    if (n * 2654435761 + number * 40503) >> 7 & 3 == 0:
        return word
    pool = _pool(len(word))
    return pool[(n * 31 + number * 7919) % len(pool)].lower()


def main() -> None:
    for reading in readings(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000):
        sys.stdout.write(encode(reading) + "\n")


if __name__ == "__main__":
    main()
