"""What the sites' feeds, sitemaps and index pages answered to the invented crawl, and their robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import urlsplit

from crawler.discover import Ask, asks
from crawler.plan import Plan
from crawler.site import Site
from sample.story import Story

ROBOTS = {
    "idntimes": "User-agent: *\nDisallow: /?*\nDisallow: /*?utm*\nDisallow: /search?*\nDisallow: /ajax/\n",
    "toprilis": "User-agent: *\nDisallow: /search\nAllow: /\n",
}
ANYONE = "User-agent: *\nDisallow: /wp-admin/\nAllow: /\n"
PAGE = 20
TYPES = {"feed": "application/rss+xml", "sitemap": "application/xml"}


def robots(site: Site, stories: Sequence[Story]) -> Iterator[tuple[str, str, str]]:
    """Address, media type and text of robots.txt on each host."""
    hosts = {f"{p.scheme}://{p.netloc}" for url in _hosts(site, stories) if (p := urlsplit(url))}
    for host in sorted(hosts):
        yield f"{host}/robots.txt", "text/plain", ROBOTS.get(site.name, ANYONE)


def listings(site: Site, stories: Sequence[Story], day: date) -> Iterator[tuple[str, str, str]]:
    """Address, media type and text of all listings that a site declares, each page of them, on the day of the crawl."""
    newest = sorted(stories, key=lambda s: (s.published, s.name), reverse=True)
    for asked in asks(site, Plan().searches(), [day, day - timedelta(days=1)]):
        wanted = [s for s in newest if _listed(asked, s)]
        ask: Ask | None = asked
        while ask and (some := wanted[ask.page * PAGE :][: PAGE if asked.next() else None]):
            kind = ask.listing.kind
            yield ask.url, TYPES.get(kind, "text/html"), WRITERS.get(kind, _links)(site, some)
            ask = ask.next()


def _listed(asked: Ask, story: Story) -> bool:
    if asked.query:
        return all(word in f"{story.facts.title} {story.text}".lower() for word in asked.query.split())
    host, own = urlsplit(asked.url).hostname or "", urlsplit(story.url).hostname
    return asked.listing.kind == "sitemap" or host.startswith("www.") or host.count(".") == 1 or host == own


def _hosts(site: Site, stories: Sequence[Story]) -> Iterator[str]:
    yield from (s.url for s in stories)
    yield from (double for s in stories for double in s.facts.doubles)
    yield from (asked.url for asked in asks(site, ("x",), (date(2024, 12, 12),)))


def _feed(site: Site, stories: Sequence[Story]) -> str:
    items = "".join(
        f"<item><title>{escape(s.facts.title)}</title><link>{escape(s.url)}</link>"
        f"<pubDate>{format_datetime(s.published)}</pubDate></item>\n"
        for s in stories
    )
    head = f"<title>{site.name}</title><link>https://{site.hosts[0]}/</link><description>Rekaan</description>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}\n{items}</channel></rss>\n'


def _sitemap(site: Site, stories: Sequence[Story]) -> str:
    urls = "".join(
        f"<url><loc>{escape(s.url)}</loc><lastmod>{(s.facts.updated or s.published).isoformat()}</lastmod></url>\n"
        for s in stories
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{urls}</urlset>\n'


def _links(site: Site, stories: Sequence[Story]) -> str:
    """An index page; it names the doubles too, before the article itself, as shared links do."""
    links = "".join(
        f'<li><a href="{escape(url)}">{escape(s.facts.title)}</a> {s.day_long}</li>\n'
        for s in stories
        for url in (*s.facts.doubles, s.url)
    )
    head = f'<head><meta charset="utf-8"><title>{site.name}</title></head>'
    return f'<!DOCTYPE html>\n<html lang="id">{head}\n<body><ul>\n{links}</ul></body></html>\n'


WRITERS = {"feed": _feed, "sitemap": _sitemap}
