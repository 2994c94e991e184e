"""Finds article addresses in what listings answer: feeds, sitemaps and pages of links."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote_plus, urljoin, urlsplit

from lxml import etree
from scrapy.http import Response, TextResponse

from crawler.found import Found
from crawler.site import WIB, Listing, Site

MOST_BYTES = 64 * 2**20
MOST_CHILDREN = 50
DEEPEST = 3


class UnreadableListing(Exception):
    """A listing that is not what it should be; the message says what it is instead."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request for a listing; `page` counts from 0, `depth` is how many sitemap indexes lie above."""

    listing: Listing
    url: str
    query: str = ""
    day: date | None = None
    page: int = 0
    depth: int = 0

    def next(self) -> Ask | None:
        """The listing's next page, None after its last one."""
        if self.depth or self.page + 1 >= self.listing.pages:
            return None
        return ask(self.listing, self.query, self.day, self.page + 1)


def ask(listing: Listing, query: str = "", day: date | None = None, page: int = 0) -> Ask:
    """Fill a listing's address; a tag page takes the words as a slug."""
    number = listing.first_page + page * listing.step
    words = "-".join(query.split()) if listing.kind == "tag" else quote_plus(query)
    return Ask(listing, listing.url.format(query=words, date=day, page=number, start=number), query, day, page)


def asks(site: Site, searches: Iterable[str], days: Iterable[date]) -> Iterator[Ask]:
    """The first page of each listing: once for each search or day where the listing takes one."""
    searches, days = tuple(searches), tuple(days)
    for listing in site.listings:
        for query in searches if "{query}" in listing.url else ("",):
            for day in days if "{date" in listing.url else (None,):
                yield ask(listing, query, day)


def harvest(asked: Ask, response: Response) -> tuple[list[Found], list[Ask]]:
    """What a listing's answer names: addresses, each once, and the child sitemaps to ask next."""
    if asked.listing.kind in {"feed", "sitemap"}:
        root = _parse(response.body)
        found = list(_entries(root, response.url))
        return _merged(found), list(_children(asked, root, response.url))
    if not isinstance(response, TextResponse):
        raise UnreadableListing("not a page of text")
    return _merged(_links(response)), []


def _parse(body: bytes) -> etree._Element:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(_unpacked(body), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableListing(f"no XML: {error.msg}") from error
    if root is None or _local(root) == "html":
        raise UnreadableListing("a page or nothing where a feed or sitemap should be")
    return root


def _unpacked(body: bytes) -> bytes:
    """The XML of a `sitemap.xml.gz`, at most MOST_BYTES of it."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        unpacked = gzip.GzipFile(fileobj=io.BytesIO(body)).read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableListing(f"damaged gzip: {error}") from error
    if len(unpacked) > MOST_BYTES:
        raise UnreadableListing(f"larger than {MOST_BYTES // 2**20} MiB when unpacked")
    return unpacked


def _entries(root: etree._Element, base: str) -> Iterator[Found]:
    for entry in root.iter("{*}item", "{*}entry", "{*}url"):
        if address := _address(entry):
            yield Found(
                urljoin(base, address),
                _text(entry, "title"),
                _time(_text(entry, "publication_date", "pubDate", "published", "date")),
                _time(_text(entry, "lastmod", "updated", "modified")),
            )


def _children(asked: Ask, root: etree._Element, base: str) -> Iterator[Ask]:
    """Child sitemaps, newest first, as far as they are wanted; an index that leads to itself ends at DEEPEST."""
    children = [(_text(c, "lastmod"), urljoin(base, _text(c, "loc"))) for c in root.iter("{*}sitemap")]
    only = asked.listing.only
    wanted = [url for _, url in sorted(children, reverse=True) if not only or only.search(url)]
    if asked.depth < DEEPEST:
        yield from (replace(asked, url=url, depth=asked.depth + 1) for url in wanted[:MOST_CHILDREN])


def _address(entry: etree._Element) -> str:
    if location := _text(entry, "loc"):
        return location
    for link in entry.iter("{*}link"):
        address = (link.text or "").strip() or link.get("href", "")
        if address and link.get("rel", "alternate") == "alternate":
            return address
    guid = _text(entry, "guid")
    return guid if guid.startswith("http") else ""


def _text(entry: etree._Element, *names: str) -> str:
    """The text of the first such element that has one; pictures and videos have titles and dates of their own."""
    for name in names:
        for element in entry.iter(f"{{*}}{name}"):
            space = etree.QName(element).namespace or ""
            text = "".join(element.itertext()).strip()
            if text and not any(other in space for other in ("image", "video", "mrss")):
                return text
    return ""


def _time(text: str) -> datetime | None:
    """A time in either form that feeds and sitemaps use; one without a zone is WIB, nonsense is None."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            time = read(text)
        except ValueError:
            continue
        return time if time.tzinfo else time.replace(tzinfo=WIB)
    return None


def _links(response: TextResponse) -> Iterator[Found]:
    for link in response.css("a[href]"):
        text = " ".join(" ".join(link.css("::text").getall()).split()) or link.attrib.get("title", "")
        try:
            yield Found(response.urljoin(link.attrib["href"].strip()), text)
        except ValueError:  # an address such as `http://[`
            continue


def _merged(found: Iterable[Found]) -> list[Found]:
    """One entry an address, with the longest title: a picture and a headline often link to the same article."""
    best: dict[str, Found] = {}
    for one in found:
        if urlsplit(one.url).scheme in {"http", "https"}:
            best[one.url] = max(best.get(one.url, one), one, key=lambda f: len(f.title))
    return list(best.values())


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()
