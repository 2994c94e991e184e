"""The articles within WARC files: pages of a split article are put together, of several fetches the last one counts.

The archive is read twice, first to see which pages belong together and then to read them, so that only the pages of an
unfinished article are held in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from crawler.archive import ArchiveError, Problem, read_pages
from crawler.page import Page
from crawler.site import site_of
from extract.article import NotAnArticle, article_of
from extract.location import article_id, page_number, without_trackers
from extract.reading import Article

Problems = Callable[[str, str], None]
BEGINNING = datetime.min.replace(tzinfo=UTC)
WHOLE = 0


@dataclass(slots=True)
class Parts:
    """The pages of one article by their number, WHOLE for one that holds all; `places` count pages in the archives."""

    places: dict[int, int] = field(default_factory=dict)
    fetched: dict[int, datetime] = field(default_factory=dict)

    def note(self, number: int, place: int, fetched: datetime) -> None:
        """Take a page in, unless a later fetch of the same page is already known."""
        if fetched >= self.fetched.get(number, BEGINNING):
            self.places[number], self.fetched[number] = place, fetched

    def wanted(self) -> tuple[int, ...]:
        """The places of the pages to read, in the order of the pages."""
        return (self.places[WHOLE],) if WHOLE in self.places else tuple(p for _, p in sorted(self.places.items()))


def archived_articles(paths: Sequence[Path], root: Path, on_problem: Problems) -> Iterator[Article]:
    """The articles in WARC files, each once; `root` is the folder that the archive's file names are relative to."""
    wanted = [parts.wanted() for parts in _parts(paths, root, on_problem).values()]
    article_at = {place: places for places in wanted for place in places}
    held: dict[int, Page] = {}
    for place, page in enumerate(_pages(paths, root, _already_told)):
        if places := article_at.get(place):
            held[place] = page
            if all(p in held for p in places):
                yield from _read([held.pop(p) for p in places], on_problem)


def key_of(page: Page) -> str | None:
    """What the pages of one article share: its id; None for a page that is no article (a listing)."""
    site = site_of(page.url)
    if site and site.article_id(page.url) is None:
        return None
    return article_id(without_trackers(page.url), site)


def _parts(paths: Sequence[Path], root: Path, on_problem: Problems) -> dict[str, Parts]:
    parts: defaultdict[str, Parts] = defaultdict(Parts)
    for place, page in enumerate(_pages(paths, root, on_problem)):
        if key := key_of(page):
            parts[key].note(_number(page.url), place, page.fetched or BEGINNING)
    return parts


def _pages(paths: Sequence[Path], root: Path, on_problem: Problems) -> Iterator[Page]:
    def tell(problem: Problem) -> None:
        on_problem(f"{problem.warc} at byte {problem.offset}", problem.reason)

    for path in paths:
        try:
            yield from read_pages(path, root, on_problem=tell)
        except ArchiveError as error:
            on_problem(str(path), str(error))


def _number(url: str) -> int:
    site = site_of(url)
    return WHOLE if site and site.whole and url.endswith(site.whole) else page_number(url)


def _read(pages: Sequence[Page], on_problem: Problems) -> Iterator[Article]:
    try:
        yield article_of(pages)
    except NotAnArticle as problem:
        on_problem(pages[0].url, problem.reason)


def _already_told(where: str, reason: str) -> None:
    """The first time through has reported it."""
