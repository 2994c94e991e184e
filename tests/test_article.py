"""Pages become articles: one recorded page a layout, and pages that are broken, hostile or no articles at all."""

import json
import os
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.page import Page
from crawler.site import WIB, sites
from extract.article import MAX_BYTES, NotAnArticle, article_of
from extract.byline import authors_of, title_of
from extract.dateline import dateline_of, syndicated_from
from extract.language import language_of
from extract.location import address_of, page_number
from extract.markup import decoded
from extract.moments import moment_of
from extract.noise import is_noise
from extract.paragraphs import Line
from extract.reading import Article

PAGES = Path(__file__).parent / "pages"
RECORDED = sorted(path.stem for path in PAGES.glob("*.html"))
SHARED = Path(os.environ.get("NETRALITAS_SHARED", Path(__file__).parents[2] / "shared"))
FETCHED = datetime(2024, 11, 1, tzinfo=UTC)
SENTENCE = (
    "Camat Tirtawana dilaporkan ke Bawaslu karena diduga menghadiri kampanye di lapangan desa, Senin (28/10/2024)."
)


def page(body: str | bytes, url: str = "https://kabar.example/politik/camat-dilaporkan", **given: Any) -> Page:
    return Page(url=url, body=body.encode() if isinstance(body, str) else body, fetched=FETCHED, **given)


MORE = "".join(
    f"<p>{who} yang dimintai keterangan mengatakan camat itu datang sendiri dan pulang sebelum acara selesai.</p>"
    for who in ("Warga", "Panitia", "Anggota Panwascam", "Kepala desa", "Pedagang")
)


def news(paragraphs: str = f"<p>{SENTENCE}</p>{MORE}", head: str = "") -> str:
    title = "<title>Camat Tirtawana Dilaporkan</title>"
    return f"<html><head>{title}{head}</head><body><article><h1>Camat</h1>{paragraphs}</article></body></html>"


def recorded(name: str) -> tuple[Page, dict[str, Any]]:
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    stated = expected["page"]
    body = (PAGES / f"{name}.html").read_bytes()
    return Page(url=stated["url"], body=body, fetched=datetime.fromisoformat(stated["fetched"])), expected["article"]


def reason(given: Page) -> str:
    with pytest.raises(NotAnArticle) as refused:
        article_of(given)
    return refused.value.reason


@pytest.mark.parametrize("name", RECORDED)
def test_recorded_page(name: str) -> None:
    given, expected = recorded(name)
    article = article_of(given)
    moments = {k: v.isoformat() if (v := getattr(article, k)) else None for k in ("published", "updated")}
    plain = {k: getattr(article, k) for k in expected if k not in ("published", "updated", "authors")}
    assert {**plain, **moments, "authors": list(article.authors)} == expected
    assert article.retrieved == given.fetched


def test_every_site_has_a_recorded_page() -> None:
    assert {name.partition("-")[0] for name in RECORDED} >= set(sites())


@pytest.mark.parametrize("name", RECORDED)
def test_no_related_headline_stays(name: str) -> None:
    text = article_of(recorded(name)[0]).text.lower()
    assert not [word for word in ("baca juga", "advertisement", "google news", "editor's pick") if word in text]


@pytest.mark.parametrize(
    ("file", "url", "title", "published", "author", "opens"),
    [
        (
            "detik/health-d-7016153-2023-11-02.html",
            "https://health.detik.com/true-story/d-7016153/x",
            "Curhat Wanita",
            "2023-11-02T20:59:53+07:00",
            "Vidya Pinandhita",
            "Jakarta - Seorang",
        ),
        (
            "kompas/money-213419026-2023-11-02.html",
            "https://money.kompas.com/read/2023/11/02/213419026/x",
            "Menhub Bocorkan",
            "2023-11-02T21:34:19+07:00",
            "Isna Rifka Sri Rahayu",
            "JAKARTA, KOMPAS.com - ",
        ),
        (
            "jpnn/kamrussamad-2021-wayback.html",
            "",
            "Kamrussamad: PPKM",
            "2021-07-18T18:52:00+07:00",
            "Boy",
            "jpnn.com, JAKARTA - ",
        ),
    ],
)
def test_real_page(file: str, url: str, title: str, published: str, author: str, opens: str) -> None:
    path = SHARED / "pages" / file
    if not path.exists():
        pytest.skip(f"{path} is not here: the real saved pages are not part of the project")
    article = article_of(Page(url=url, body=path.read_bytes()))
    assert (article.title or "").startswith(title)
    assert article.published == datetime.fromisoformat(published)
    assert article.authors == (author,)
    assert article.text.startswith(opens)
    noise = ("baca juga", "simak", "gambas", "lengkapi data diri", "redaktur", "advertisement")
    assert not [word for word in noise if word in article.text.lower()]


def test_pages_of_a_split_article_make_one_text() -> None:
    first = page(news())
    second = page(news(f"<p>{SENTENCE}</p><p>Empat saksi dipanggil pekan ini untuk klarifikasi.</p>"))
    article = article_of([first, replace(second, url=first.url + "?page=2")])
    assert article.text.count(SENTENCE) == 1
    assert article.text.endswith("untuk klarifikasi.")
    assert article.url == first.url


def test_too_short() -> None:
    assert reason(page(news(f"<p>{SENTENCE}</p>"))).startswith("a body of ")


@pytest.mark.parametrize("body", [b"", b"  \n", b"\x00\x00", b"<!-- -->"])
def test_empty(body: bytes) -> None:
    assert reason(page(body)) in {"an empty page", "a body of 0 characters, fewer than 400"}


def test_human_check() -> None:
    body = "<html><title>Just a moment...</title><body>Verifying you are human. This may take a few seconds.</body>"
    assert reason(page(body)) == "a page that checks for humans"


def test_pay_wall() -> None:
    linked = '{"@type": "NewsArticle", "isAccessibleForFree": "False"}'
    assert reason(page(news(head=f'<script type="application/ld+json">{linked}</script>'))).endswith("pay wall")


def test_too_large_is_refused_at_once() -> None:
    began = time.monotonic()
    assert reason(page(b"<p>" + b"x" * 50 * 2**20)) == f"a page of 50 MB, larger than {MAX_BYTES >> 20} MB"
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("piece", [b"<p>x</p>", b"<a href=x>y</a>", b"kata "])
def test_a_page_of_very_many_pieces_is_refused_in_time(piece: bytes) -> None:
    began = time.monotonic()
    assert "more than" in reason(page(b"<body><article><p>" + piece * 300_000))
    assert time.monotonic() - began < 60


def test_large_page_within_bounds() -> None:
    body = news() + "<div><p>iklan<!-- x -->" * 60_000 + "<script>" + "x" * MAX_BYTES
    began = time.monotonic()
    assert SENTENCE in article_of(page(body[: MAX_BYTES - 1], "https://aliansi.co/camat-tirtawana-dilaporkan/")).text
    assert time.monotonic() - began < 60


@pytest.mark.parametrize(
    "body",
    [
        news().replace("</p>", ""),
        news() + "</div></div><table><p>",
        "<div>" * 1000 + news() + "</div>" * 300,
        news(head="<script>" + "<" * 1000 + "</script>"),
        news(head='<script type="application/ld+json">{"@type": "NewsArticle", </script>'),
        news(head='<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
        '<?xml version="1.0" encoding="utf-16"?>' + news(),
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + news(f"<p>{SENTENCE} &b;</p>{MORE}"),
        news().replace("<p>", "<p\x00>\x00"),
    ],
)
def test_broken_html_is_still_read(body: str) -> None:
    assert SENTENCE in article_of(page(body)).text


def test_endless_nesting_is_refused_in_time() -> None:
    assert reason(page("<div>" * 20_000 + news())).startswith("a body of ")


def test_no_file_is_read_through_an_entity() -> None:
    body = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + news(f"<p>{SENTENCE} &f;</p>{MORE}")
    assert "root:" not in article_of(page(body)).text


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("“Kami teruskan” – Café".encode(), "iso-8859-1"),
        ("“Kami teruskan” – Café".encode("cp1252"), "utf-8"),
        ("“Kami teruskan” – Café".encode("cp1252"), None),
        ("“Kami teruskan” – Café".encode("utf-16"), "utf-8"),
        ("\ufeff“Kami teruskan” – Café".encode(), None),
        ("“Kami teruskan” – Café".encode("utf-16-le"), "utf-16-le"),
        ("“Kami teruskan” – Café".encode(), "no-such-charset"),
    ],
)
def test_charset(body: bytes, charset: str | None) -> None:
    assert decoded(body, charset) == "“Kami teruskan” – Café"


def test_a_cut_character_costs_only_itself() -> None:
    assert decoded("“Kami” – “kita”".encode()[:-1], "latin-1").startswith("“Kami” – “kita")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2023-11-02T14:34:19+00:00", "2023-11-02T21:34:19+07:00"),
        ("2024-10-07T20:15:00+09:00", "2024-10-07T20:15:00+09:00"),
        ("2024-07-17 07:44:01", "2024-07-17T07:44:01+07:00"),
        ("2023-11-01T22:30:00Z", "2023-11-02T05:30:00+07:00"),
        ("1698933593000", "2023-11-02T20:59:53+07:00"),
        ("09 Aug 21 | 07:44", "2021-08-09T07:44:00+07:00"),
        ("Selasa, 19 November 2024 Reporter: A Editor: B 1125", "2024-11-19T00:00:00+07:00"),
        ("Rabu, 25 September 2024 - 19:17 WIB", "2024-09-25T19:17:00+07:00"),
        ("24 Juli 2026 | 11.32 WITA", "2026-07-24T11:32:00+08:00"),
        ("Jum'at, 3 Mei 2024", "2024-05-03T00:00:00+07:00"),
        ("Kamis, Oktober 31, 2024", "2024-10-31T00:00:00+07:00"),
        ("2023/11/02 20:59:53", "2023-11-02T20:59:00+07:00"),
        ("31/12/2020", "2020-12-31T00:00:00+07:00"),
    ],
)
def test_moment(printed: str, expected: str) -> None:
    moment = moment_of(printed)
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize("printed", ["", "3 jam yang lalu", "31 Februari 2024", "2023-11-02T20-59-53Z", "Rp12.000"])
def test_no_moment(printed: str) -> None:
    assert moment_of(printed) is None


def test_a_date_in_the_future_is_passed_over() -> None:
    head = '<meta property="article:published_time" content="2031-01-01"><meta name="publishdate" content="{}">'
    assert article_of(page(news(head=head.format("2024/10/28 10:00")))).published == datetime(
        2024, 10, 28, 10, tzinfo=WIB
    )
    assert article_of(page(news(head=head.format("nanti")))).published is None


def test_the_first_date_in_the_text_is_never_the_date_of_the_page() -> None:
    article = article_of(page(news()))
    assert article.published is None
    assert SENTENCE in article.text


def test_retrieved_is_when_it_was_fetched() -> None:
    assert article_of(page(news())).retrieved == FETCHED


@pytest.mark.parametrize(
    ("line", "noise"),
    [
        ("Baca juga: Camat Dicopot", True),
        ("(vyp/kna)", True),
        ("Simak Video 'Pelantikan Pejabat'", True),
        ("Penulis: Andi | Editor: Budi", True),
        ("Scroll ke bawah untuk melanjutkan membaca", True),
        ("Artikel ini telah tayang di Kompas.com dengan judul lain.", True),
        ("Promosi Rumah Murah di Solo Baru", True),
        ("Promosi jabatan itu diduga diberikan kepada camat yang ikut memenangkan petahana.", False),
        ("Komentar camat di Facebook itu dinilai Bawaslu sebagai bentuk dukungan kepada calon.", False),
        ("Camat itu menyimak video yang diputar penyidik.", False),
        ("1. Diperiksa tiga jam", False),
    ],
)
def test_noise(line: str, noise: bool) -> None:
    assert is_noise(Line(line)) is noise


def test_a_line_that_is_all_link_is_noise_unless_a_sentence() -> None:
    assert is_noise(Line("Camat Dicopot Gara-gara Foto", linked=True))
    assert not is_noise(Line("Camat itu dicopot kemarin.", linked=True))


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("Jakarta, IDN Times - Aparatur", "Jakarta, IDN Times"),
        ("Aliansi.co, Jakarta- Ratusan ASN", "Aliansi.co, Jakarta"),
        ("Harianjogja.com, UMBULHARJO—Aparatur", "Harianjogja.com, UMBULHARJO"),
        ("TOPRILIS.COM, JAKARTA - Dalam", "TOPRILIS.COM, JAKARTA"),
        ("JAKARTA, KOMPAS.com - Menteri", "JAKARTA, KOMPAS.com"),
        ("Trenggalek, Jatim (ANTARA) - Badan", "Trenggalek, Jatim (ANTARA)"),
        ("BARABAI,koranbanjar.net – Kursi", "BARABAI,koranbanjar.net"),
        ("SUMENEP,- Ikrar", "SUMENEP"),
        ("Camat Tirtawana diperiksa", None),
        ("Camat-camat itu diperiksa", None),
    ],
)
def test_dateline(text: str, dateline: str | None) -> None:
    assert dateline_of(text) == dateline


def test_syndication() -> None:
    assert syndicated_from("Sanksi ditegakkan.(liputan6.com/elh)", ("toprilis.com",)) == "liputan6.com"
    assert syndicated_from("Artikel ini telah tayang di Kompas.com dengan judul X") == "Kompas.com"
    assert syndicated_from("Selesai. (toprilis.com/a)", ("toprilis.com",)) is None


@pytest.mark.parametrize(
    ("printed", "names", "expected"),
    [
        (["Kompas Cyber Media; Yoga Wirasana"], [], ("Yoga Wirasana",)),
        (["IDN Times", "Rehana Sebayanga"], ["IDN Times"], ("Rehana Sebayanga",)),
        (["Selasa, 19 November 2024 Reporter: Wening Safitrah Editor: Andika 1125"], [], ("Wening Safitrah",)),
        (["Mediakita Com Developer; admin; Redaksi; https://x.example/a"], [], ()),
        (["Oleh : Hartini, S.Sos"], [], ("Hartini, S.Sos",)),
    ],
)
def test_authors(printed: list[str], names: list[str], expected: tuple[str, ...]) -> None:
    assert authors_of(printed, names) == expected


@pytest.mark.parametrize(
    ("title", "names", "expected"),
    [
        ("Camat Dicopot - Tribunnews.com", ["tribunnews.com"], "Camat Dicopot"),
        ("Camat Dicopot: Okezone News", ["okezone.com"], "Camat Dicopot"),
        ("Camat Dicopot |Republika Online", ["republika.co.id"], "Camat Dicopot"),
        ("Camat Dicopot - Bupati Diam", ["tribunnews.com"], "Camat Dicopot - Bupati Diam"),
        ("Camat &quot;Nakal&quot; Dicopot", [], 'Camat "Nakal" Dicopot'),
    ],
)
def test_title(title: str, names: list[str], expected: str) -> None:
    assert title_of([title], (), names) == expected


def test_address() -> None:
    fetched = "https://www.toprilis.com/2024/10/a-b.html?m=1"
    assert address_of(fetched) == "https://www.toprilis.com/2024/10/a-b.html"
    assert address_of(fetched, ["https://evil.example/2024/10/a-b.html"]) == "https://www.toprilis.com/2024/10/a-b.html"
    assert address_of("", ["javascript:alert(1)", "https://kabar.example/a"]) == "https://kabar.example/a"
    assert page_number("https://aliansi.co/a-b-c/2/") == 2


def test_language() -> None:
    assert language_of(SENTENCE + " Dan ini yang tidak akan dilakukan oleh pengawas di daerah itu.") == "id"
    assert language_of("The district head was reported to the agency for joining a rally in the village.") == "en"
    assert language_of("12 34 56") == "und"


def test_published_is_in_the_site_zone() -> None:
    head = '<meta property="article:published_time" content="2024-10-28T18:00:00+00:00">'
    published = article_of(page(news(head=head), "https://aliansi.co/camat-tirtawana-dilaporkan/")).published
    assert published is not None
    assert published.utcoffset() == timedelta(hours=7)
    assert published.day == 29


def test_an_article_says_where_it_is_archived() -> None:
    article: Article = article_of(page(news(), warc="aliansi/aliansi-00001.warc.gz", offset=309))
    assert article.archive is not None
    assert (article.archive.warc, article.archive.offset) == ("aliansi/aliansi-00001.warc.gz", 309)
