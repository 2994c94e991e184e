"""Rows to entries, words, tables and feeds: without a graph, from rows alone. All people are invented."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta, timezone

import pytest
from lxml import etree

from viewer.address import anchor, link, outward
from viewer.archived import paragraphs
from viewer.days import Day, day, moment, utc
from viewer.entry import Case, Entry
from viewer.feed import ATOM, atom
from viewer.guard import Bucket
from viewer.rows import Row, careful, entries
from viewer.screen import case_title
from viewer.subject import subject
from viewer.table import COLUMNS, timeline_csv
from viewer.timeline import Timeline, standings
from viewer.words import languages, words

WIRYA = {"person": "Wirya Sanjaya", "person_id": "p1", "office": "Camat Wuluhan", "role": "accused"}
DEWI = {"person": "Dewi Lestarini", "person_id": "p2", "office": "Ketua Bawaslu", "role": "speaker"}
CASE = {"case_id": "c1", "violations": ["attend_campaign"], "stage": "under_examination"}


def row(
    claim: str, site: str = "kabarcontoh.id", published: str = "2024-09-14T16:05:00+07:00", /, **columns: object
) -> Row:
    article = {"article": f"{site}:{published}", "site": site, "published": published, "title": "Berita contoh"}
    return {"fact": "incident", "fact_id": "c1", "claim": claim, "quote": f"Kalimat {claim}.", **article, **columns}


def only(*rows: Row) -> Entry:
    found = entries(rows)
    assert len(found) == 1
    return found[0]


def test_a_claim_about_two_people_is_one_source_and_two_people() -> None:
    entry = only(row("k1", **WIRYA, **CASE, standing="alleged"), row("k1", **DEWI, **CASE))
    assert [s.claim for s in entry.sources] == ["k1"]
    assert [(p.name.text, p.role, p.standing) for p in entry.people] == [
        ("Wirya Sanjaya", "accused", "alleged"),
        ("Dewi Lestarini", "speaker", None),
    ]


def test_a_speaker_never_gets_a_standing_even_if_the_row_has_one() -> None:
    entry = only(row("k1", **DEWI, standing="proven", case_standing="proven"))
    assert entry.accused == ()
    assert entry.people[0].standing is None
    assert entry.mark == "none"


@pytest.mark.parametrize(
    ("said", "case_standing", "shown"),
    [
        (["alleged", "proven"], "proven", "proven"),
        (["alleged", "proven"], None, "alleged"),
        (["proven", "cleared"], None, "cleared"),
        (["alleged"], "cleared", "cleared"),
        ([None], None, "alleged"),
    ],
)
def test_the_standing_is_the_graphs_and_else_the_one_that_wrongs_nobody(
    said: list[str | None], case_standing: str | None, shown: str
) -> None:
    rows = [row(f"k{i}", **WIRYA, standing=s, case_standing=case_standing) for i, s in enumerate(said)]
    assert only(*rows).accused[0].standing == shown


def test_sources_that_differ_are_kept_each_with_its_own_standing() -> None:
    entry = only(
        row("k2", "wartacontoh.id", "2024-10-03T08:30:00+07:00", **WIRYA, standing="proven", case_standing="proven"),
        row("k1", **WIRYA, standing="alleged", case_standing="proven"),
    )
    assert entry.differs
    assert entry.accused[0].said == (("alleged", "k1"), ("proven", "k2"))
    assert [report.article.site for report in entry.reports] == ["kabarcontoh.id", "wartacontoh.id"]


def test_an_entry_carries_a_colour_only_if_all_accused_share_it() -> None:
    other = {**WIRYA, "person_id": "p3", "person": "Sekar Pramesti"}
    assert only(row("k1", **WIRYA, standing="alleged"), row("k1", **other, standing="cleared")).mark == "none"


def test_a_fact_without_a_date_gets_its_first_articles_day_and_says_so() -> None:
    later = row("k2", "kabarcontoh.id", "2024-10-01T08:00:00+07:00", date=None)
    assert only(later, row("k1", date=None)).day == Day(date(2024, 9, 14), "published")


def test_entries_are_in_order_and_the_undated_come_last() -> None:
    rows = [
        row("k3", "kabarcontoh.id", "", fact_id="c3"),
        row("k2", fact_id="c2", date="2024-11", precision="month"),
        row("k1", date="2024-09-01", precision="day"),
    ]
    assert [e.id for e in entries(rows)] == ["c1", "c2", "c3"]


def test_a_quotation_within_a_longer_one_is_not_quoted_again() -> None:
    longer, shorter = {"start": 0, "end": 40, "quote": "panjang"}, {"start": 5, "end": 20, "quote": "pendek"}
    entry = only(row("k2", **shorter, **WIRYA, standing="alleged"), row("k1", **longer), row("k3", start=50, end=60))
    assert [s.quote for s in entry.sources] == ["panjang", "Kalimat k3."]
    assert entry.reports[0].standings == (("p1", "alleged"),)


def test_a_mention_of_nobody_beside_a_fact_is_left_out_and_a_speaker_is_not() -> None:
    rows = [row("k1"), row("k2", fact="mention"), row("k3", **DEWI, fact="mention")]
    assert [(entry.kind, len(entry.people)) for entry in entries(rows)] == [("incident", 0), ("mention", 1)]


def test_of_several_mentions_of_nobody_the_longest_is_shown() -> None:
    rows = [
        row("k1", fact="mention", quote="Panwaskab"),
        row("k2", fact="mention", quote="Panwaskab Contoh memanggil."),
    ]
    assert [s.quote for s in only(*rows).sources] == ["Panwaskab Contoh memanggil."]


def test_of_many_sentences_those_that_say_how_somebody_stands_are_shown_first() -> None:
    rows = [row(f"k{i}", start=i * 10, end=i * 10 + 5) for i in range(5)]
    report = only(*rows, row("k9", start=90, end=95, **WIRYA, standing="cleared")).reports[0]
    assert [s.claim for s in report.telling] == ["k0", "k1", "k9"]
    assert [s.claim for s in report.rest] == ["k2", "k3", "k4"]


def test_a_long_list_of_violations_is_cut_in_a_title() -> None:
    case = Case("c", ("money", "pose_gesture", "attend_campaign", "other"))
    assert case_title(words("id"), case).endswith(
        "pemberian uang atau barang, pose atau simbol dukungan, dan 2 lainnya"
    )


def test_mentions_in_one_article_are_one_entry() -> None:
    rows = [row("k1", **DEWI), row("k2", **DEWI)]
    assert len(entries([{**r, "fact": "mention", "fact_id": r["claim"]} for r in rows])) == 1


def test_the_body_that_found_it_proven_is_named_only_from_a_ruling_in_force() -> None:
    ruling = {"fact": "ruling", "fact_id": "r1", "agency": "Bawaslu Jember", "agency_id": "a1", "outcome": "violation"}
    about = subject("case", {"id": "c1"})
    proven = row("k1", **WIRYA, **CASE, standing="proven", case_standing="proven")
    found = entries([proven, {**proven, **ruling, "claim": "k2"}])
    assert [s.body for s in standings(found, about)] == ["Bawaslu Jember"]
    overturned = entries([proven, {**proven, **ruling, "claim": "k2", "superseded": True}])
    assert [s.body for s in standings(overturned, about)] == [None]


def test_a_persons_page_lists_only_his_own_standings() -> None:
    other = {**WIRYA, "person_id": "p3"}
    found = entries([row("k1", **WIRYA, **CASE, standing="alleged"), row("k1", **other, **CASE, standing="proven")])
    assert [s.person.id for s in standings(found, subject("person", {"id": "p1"}))] == ["p1"]


@pytest.mark.parametrize(
    ("value", "precision", "in_indonesian", "in_english"),
    [
        ("2024-09-14", "day", "14 September 2024", "14 September 2024"),
        (date(2024, 8, 1), "month", "sekitar Agustus 2024", "around August 2024"),
        ("2024-09", None, "sekitar September 2024", "around September 2024"),
        ("2024", None, "sekitar tahun 2024", "around 2024"),
        (None, None, "Tanpa tanggal", "Undated"),
        ("2024-13-01", "day", "Tanpa tanggal", "Undated"),
        ("besok", "day", "Tanpa tanggal", "Undated"),
    ],
)
def test_dates_say_how_exact_they_are(value: object, precision: str, in_indonesian: str, in_english: str) -> None:
    assert words("id").day(day(value, precision)) == in_indonesian
    assert words("en").day(day(value, precision)) == in_english


def test_moments_are_told_in_the_zone_of_the_news() -> None:
    wita = timezone(timedelta(hours=8))
    assert words("id").moment(datetime(2024, 9, 14, 16, 5, tzinfo=wita)) == "14 September 2024, 16.05 WITA"
    assert words("en").moment(moment("2024-09-14T09:05:00.123456789Z")) == "14 September 2024, 16.05 WIB"
    assert utc(moment("2024-09-14T16:05:00+07:00")) == "2024-09-14T09:05:00Z"


def test_numbers_have_the_separators_of_the_language() -> None:
    assert words("id").number(1005) == "1.005"
    assert words("id").number(45.4) == "45,4"
    assert words("en").number(1005.0) == "1,005"


def test_all_languages_have_the_same_words() -> None:
    assert list(languages()) == ["id", "en"]
    assert set(words("id").table) == set(words("en").table)


def test_a_case_is_called_alleged_until_a_body_found_a_violation() -> None:
    assert case_title(words("id"), Case("c", ("attend_campaign",), "reported")).startswith("Perkara dugaan ")
    assert case_title(words("id"), Case("c", ("attend_campaign",), "not_proven")).startswith("Perkara dugaan ")
    assert not case_title(words("id"), Case("c", ("attend_campaign",), "convicted")).startswith("Perkara dugaan ")


def test_the_table_has_one_line_a_source_and_person() -> None:
    found = entries(
        [row("k1", **WIRYA, **CASE, standing="alleged"), row("k1", **DEWI, **CASE), row("k2", quote="=cmd()")]
    )
    lines = list(csv.DictReader(io.StringIO(timeline_csv(found))))
    assert tuple(lines[0]) == COLUMNS
    assert [(r["person"], r["standing_in_source"]) for r in lines[:2]] == [
        ("Wirya Sanjaya", "alleged"),
        ("Dewi Lestarini", ""),
    ]
    assert {r["quote"] for r in lines[2:]} == {"'=cmd()"}


def test_the_feed_is_atom_and_bears_what_xml_does_not() -> None:
    found = entries([row("k1", **WIRYA, **CASE, standing="alleged", quote="awal\x00\x0bakhir <b>&")])
    about = subject("person", {"id": "p/1", "name": "Wirya \ud800 Sanjaya"})
    feed = etree.fromstring(atom(Timeline(about, found), words("id"), "http://contoh.id"))
    assert feed.findtext(f"{{{ATOM}}}id") == "http://contoh.id/person/p%2F1"
    assert feed.findtext(f"{{{ATOM}}}updated") == "2024-09-14T09:05:00Z"
    assert "Wirya Sanjaya (diduga)" in str(feed.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}title"))
    assert "awalakhir <b>&" in str(feed.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}content"))


def test_addresses_are_percent_encoded_and_anchors_harmless() -> None:
    assert link("person", "a/b?c#d ü\"'") == "/person/a%2Fb%3Fc%23d%20%C3%BC%22%27"
    assert anchor(only(row("k1", fact_id='"><script>'))).removeprefix("incident-").isalnum()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x", "", None, "http://[", " https:x", "file:///etc/passwd"]
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert not outward(url)
    assert outward("https://kabarcontoh.id/1")


def test_marks_lie_where_the_claims_quote_and_may_overlap_or_cross_lines() -> None:
    text = "satu dua tiga\n\nempat lima"
    assert list(paragraphs(text, [(5, 8), (6, 20)])) == [
        (("satu ", False), ("dua tiga", True)),
        (("empat", True), (" lima", False)),
    ]


def test_a_client_that_asks_too_often_waits_and_others_do_not() -> None:
    bucket = Bucket(rate=2, clients=2)
    assert [bucket.takes("a", 0), bucket.takes("a", 0), bucket.takes("a", 0)] == [True, True, False]
    assert bucket.takes("b", 0)
    assert bucket.takes("a", 31)
    bucket.takes("c", 31)
    assert len(bucket.held) == 2


def test_careful_prefers_the_cleared_and_never_the_proven() -> None:
    assert careful(["proven", "alleged"]) == "alleged"
    assert careful(["proven", "alleged", "cleared"]) == "cleared"
    assert careful([]) is None
