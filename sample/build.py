"""Builds `sample/archive`: the invented story in the markup of the five sites, as WARC files that spiders can replay.

Run `python -m sample.build` after a change to the story, a template or a site's listings; the same input gives the same
bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.site import WIB, Site, sites
from sample.listings import listings, robots
from sample.pages import pages
from sample.story import Story, stories

ARCHIVE = Path(__file__).parent / "archive"
CRAWLED = datetime(2024, 12, 12, 8, 0, tzinfo=WIB)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of an invented site."""

    url: str
    at: datetime
    media: str
    text: str


def answers(site: Site, all_stories: Sequence[Story]) -> Iterator[Answer]:
    """All answers of a site, the oldest first: pages as they were fetched, then robots.txt and the listings."""
    own = [s for s in all_stories if s.facts.site == site.name]
    fetched = [
        Answer(url, story.fetched + timedelta(seconds=4 * n), "text/html", html)
        for story in own
        for n, (url, html) in enumerate(pages(story, _related(story, own)))
    ]
    latest = {story.url: story for story in sorted(own, key=lambda s: s.fetched)}
    listed = [*robots(site, own), *listings(site, list(latest.values()), CRAWLED.date())]
    yield from sorted(fetched, key=lambda a: (a.at, a.url))
    yield from (Answer(url, CRAWLED + timedelta(seconds=4 * n), *rest) for n, (url, *rest) in enumerate(listed))


def packed(site: Site, given: Sequence[Answer]) -> bytes:
    """Answers as a WARC file, each record a gzip member of its own."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    facts = {"software": "netralitas sample/build.py", "description": "Invented people, places of work and sentences"}
    info = writer.create_warcinfo_record(f"{site.name}.warc.gz", facts)
    info.rec_headers.replace_header("WARC-Record-ID", _record_id(site.name, CRAWLED))
    info.rec_headers.replace_header("WARC-Date", _stamp(CRAWLED))
    writer.write_record(info)
    for answer in given:
        body = answer.text.encode()
        head = [("Content-Type", f"{answer.media}; charset=utf-8"), ("Content-Length", str(len(body)))]
        own = {"WARC-Date": _stamp(answer.at), "WARC-Record-ID": _record_id(answer.url, answer.at)}
        http = StatusAndHeaders("200 OK", head, protocol="HTTP/1.1")
        payload = BytesIO(body)
        writer.write_record(
            writer.create_warc_record(
                answer.url, "response", payload=payload, length=len(body), http_headers=http, warc_headers_dict=own
            )
        )
    return buffer.getvalue()


def build(folder: Path = ARCHIVE) -> list[Path]:
    """Write the archive of every site; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    told = stories()
    paths = []
    for site in sites().values():
        path = folder / f"{site.name}.warc.gz"
        path.write_bytes(packed(site, list(answers(site, told))))
        paths.append(path)
    return paths


def _related(story: Story, own: Sequence[Story]) -> list[Story]:
    """Three other articles of the site, whose headlines stand around this one as they do on real pages."""
    place = own.index(story)
    others = [s for s in (*own[place + 1 :], *own[:place]) if s.url != story.url and s.published <= story.published]
    return others[:3]


def _record_id(url: str, at: datetime) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{url} {at.isoformat()}')}>"


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    for made in build():
        print(made, made.stat().st_size)
