"""Each news site: which addresses are articles, which are the same article, and that its hints can be used.

The addresses are invented, in the form that each site's real ones have.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cssselect import HTMLTranslator

from crawler.addresses import days_in, fetchable, part
from crawler.discover import Ask, asks
from crawler.plan import Plan
from crawler.site import Listing, Site, UnknownSite, named, site_of, sites

ARTICLES: dict[str, dict[str, tuple[str, ...]]] = {
    "idntimes": {
        "x7k2qp": (
            "https://www.idntimes.com/news/indonesia/camat-rejasari-diperiksa-bawaslu-00-ab3de-x7k2qp",
            "https://www.idntimes.com/news/indonesia/camat-rejasari-diperiksa-bawaslu-00-zz9ay-x7k2qp?utm_source=wa",
            "https://jogja.idntimes.com/news/jogja/camat-rejasari-diperiksa-bawaslu-01-ab3de-x7k2qp/amp",
        ),
        "sari-wulan-3/asn-rejasari-harus-netral": (
            "https://www.idntimes.com/news/indonesia/sari-wulan-3/asn-rejasari-harus-netral",
            "https://www.idntimes.com/news/indonesia/sari-wulan-3/asn-rejasari-harus-netral/full",
        ),
    },
    "harianjogja": {
        "1163999": (
            "https://jogjapolitan.harianjogja.com/read/2024/01/17/510/1163999/lurah-rejasari-ditegur",
            "https://www.harianjogja.com/r-1163999/lurah-rejasari-ditegur",
            "https://m.harianjogja.com/r-1163999/lurah-rejasari-ditegur?page=2",
        ),
    },
    "aliansi": {
        "kades-rejasari-dilaporkan-ke-bawaslu": (
            "https://aliansi.co/kades-rejasari-dilaporkan-ke-bawaslu/",
            "https://www.aliansi.co/2024/09/17/kades-rejasari-dilaporkan-ke-bawaslu/",
            "https://aliansi.co/kades-rejasari-dilaporkan-ke-bawaslu/2/",
            "https://aliansi.co/politik/kades-rejasari-dilaporkan-ke-bawaslu/amp/?utm_medium=x",
        ),
    },
    "beritajakarta": {
        "140999": (
            "https://www.beritajakarta.id/read/140999/asn-ikuti-ikrar-netralitas",
            "https://m.beritajakarta.id/read/140999/asn-ikuti-ikrar-netralitas",
            "https://m.beritajakarta.id/en/read/140999/civil-servants-pledge",
        ),
    },
    "toprilis": {
        "2024/09/netralitas-asn-rejasari": (
            "https://www.toprilis.com/2024/09/netralitas-asn-rejasari.html",
            "https://www.toprilis.com/2024/09/netralitas-asn-rejasari.html?m=1",
        ),
    },
}
OTHERS = {
    "idntimes": (
        "https://www.idntimes.com/news",
        "https://jogja.idntimes.com/news/jogja",
        "https://www.idntimes.com/tag/netralitas-asn-pilkada-2024",
        "https://www.idntimes.com/author/sari-wulan-3/asn-rejasari-harus-netral/x",
        "https://www.idntimes.com/sitemap.xml",
        "https://idntimes.example/news/indonesia/camat-00-ab3de-x7k2qp",
    ),
    "harianjogja": (
        "https://www.harianjogja.com/search?q=netralitas",
        "https://jogjapolitan.harianjogja.com/",
        "https://www.harianjogja.com/tag/r-1163999",
        "https://notharianjogja.com/r-1163999/lurah",
    ),
    "aliansi": (
        "https://aliansi.co/",
        "https://aliansi.co/category/berita-politik-daerah/",
        "https://aliansi.co/pedoman-media-siber/",
        "https://aliansi.co/kades-rejasari-dilaporkan-ke-bawaslu/feed/",
        "https://aliansi.co/kades-rejasari-dilaporkan-ke-bawaslu/comment-page-2/",
        "https://aliansi.co/wp-content/uploads/foto-camat-rejasari.jpg",
    ),
    "beritajakarta": (
        "https://www.beritajakarta.id/news_index/search?q=asn&p=2",
        "https://www.beritajakarta.id/foto/140999/ikrar",
    ),
    "toprilis": (
        "https://www.toprilis.com/search/label/politik",
        "https://www.toprilis.com/p/redaksi.html",
        "https://www.toprilis.com/2024/09/",
    ),
}


@pytest.mark.parametrize("name", sites())
def test_addresses_of_one_article_share_its_id(name: str) -> None:
    for article, addresses in ARTICLES[name].items():
        for url in addresses:
            assert sites()[name].article_id(url) == article, url
            assert site_of(url) is sites()[name]


@pytest.mark.parametrize("name", sites())
def test_other_addresses_are_no_articles(name: str) -> None:
    assert [url for url in OTHERS[name] if sites()[name].article_id(url)] == []


@pytest.mark.parametrize("name", sites())
def test_listings_are_on_the_site_and_no_articles(name: str) -> None:
    site = sites()[name]
    first = list(asks(site, ["netralitas asn"], [date(2024, 9, 17)]))
    assert len(first) == len(site.listings)
    for asked in first:
        assert "{" not in asked.url
        assert site.owns(asked.url)
        assert site.article_id(asked.url) is None
        assert len(list(_pages(asked))) == asked.listing.pages


def _pages(asked: Ask | None) -> list[str]:
    return [asked.url, *_pages(asked.next())] if asked else []


@pytest.mark.parametrize("site", sites().values(), ids=lambda site: site.name)
def test_selectors_are_css(site: Site) -> None:
    for layout in site.layouts:
        for selector in (*layout.body, *layout.prune, *layout.title, *layout.published, *layout.author):
            assert HTMLTranslator().css_to_xpath(selector)


def test_fetched_without_trackers_and_page_numbers() -> None:
    aliansi, toprilis = sites()["aliansi"], sites()["toprilis"]
    whole = "https://aliansi.co/kades-rejasari-dilaporkan-ke-bawaslu"
    assert fetchable(aliansi, whole + "/2/?utm_source=x#baca") == whole + "/"
    assert fetchable(aliansi, whole + "/2") == whole
    assert fetchable(aliansi, whole + "/") == whole + "/"
    assert (
        fetchable(toprilis, "https://www.toprilis.com/2024/09/a-b.html?m=1")
        == "https://www.toprilis.com/2024/09/a-b.html"
    )


def test_pages_of_a_split_article() -> None:
    assert part("https://kabar.example/berita/7?page=3") == 3
    assert part("https://kabar.example/berita-tujuh/2/") == 2
    assert part("https://kabar.example/berita-tujuh/") == 1
    assert part("https://kabar.example/berita?page=all") == 1
    assert part("https://kabar.example/berita?page=9999") == 1


def test_days_in_addresses() -> None:
    assert days_in("https://kabar.example/read/2024/09/17/510/1/a") == (date(2024, 9, 17),) * 2
    assert days_in("https://kabar.example/n/20240917133700-32-1/a") == (date(2024, 9, 17),) * 2
    assert days_in("https://kabar.example/2024/02/a.html") == (date(2024, 2, 1), date(2024, 2, 29))
    assert days_in("https://kabar.example/2024/13/a.html") is None
    assert days_in("https://kabar.example/read/201299/a") is None


def test_a_dated_listing_is_asked_for_each_day_and_a_tag_by_its_slug() -> None:
    indeks = Listing(kind="index", url="https://kabar.example/indeks?d={date:%d-%m-%Y}&o={start}", pages=2, step=20)
    tag = Listing(kind="tag", url="https://kabar.example/tag/{query}/{page}", first_page=0)
    days = Plan(since=date(2024, 9, 16), until=date(2024, 9, 17)).days(date(2024, 12, 1))
    first = list(asks(replace(sites()["toprilis"], listings=(indeks, tag)), ["netralitas asn"], days))
    assert [asked.url.rpartition("/")[2] for asked in first[:2]] == [
        "indeks?d=17-09-2024&o=1",
        "indeks?d=16-09-2024&o=1",
    ]
    assert _pages(first[0])[1].endswith("d=17-09-2024&o=21")
    assert first[2].url == "https://kabar.example/tag/netralitas-asn/0"
    assert Plan().days(date(2024, 3, 1)) == [date(2024, 3, 1), date(2024, 2, 29)]


def test_unknown_site_is_named_with_those_there_are() -> None:
    assert [site.name for site in named(["toprilis.com", "toprilis"])] == ["toprilis"]
    with pytest.raises(UnknownSite, match=r"'kabarburung'; there are aliansi, "):
        named(["kabarburung"])
