"""The invented story: its archive is what the generator makes, the spiders find it and the pages read as written."""

import gzip
from collections import Counter
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import read_pages
from crawler.crawl import crawl
from crawler.site import sites
from extract.inputs import articles_in
from extract.reading import Article
from sample.build import ARCHIVE, build
from sample.story import Story, stories

TOLD = stories()
WITHDRAWN = {"kendal-2024-ralat"}
OFF_TOPIC = {"korupsi-2021-mantan-kadis"}


def read(folder: Path) -> dict[str, Article]:
    problems: list[tuple[str, str]] = []
    found = {a.url or "": a for a in articles_in(folder, lambda where, why: problems.append((where, why)))}
    assert not problems
    return found


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return read(ARCHIVE)


def test_archive_is_what_the_generator_makes(tmp_path: Path) -> None:
    for made in build(tmp_path):
        kept = ARCHIVE / made.name
        assert gzip.decompress(made.read_bytes()) == gzip.decompress(kept.read_bytes()), "run python -m sample.build"


def test_archive_is_valid_warc() -> None:
    for path in ARCHIVE.glob("*.warc.gz"):
        with path.open("rb") as stream:
            records = ArchiveIterator(stream, check_digests="raise")
            kinds = Counter(record.rec_type for record in records if record.content_stream().read() is not None)
        assert kinds["warcinfo"] == 1
        assert kinds["response"] > 5


def test_every_page_says_that_it_is_invented() -> None:
    pages = [p for path in ARCHIVE.glob("*.warc.gz") for p in read_pages(path, ARCHIVE)]
    articles = [p for p in pages if sites()[Path(p.warc or "").name.partition(".")[0]].article_id(p.url)]
    assert len(articles) >= len(TOLD)
    assert all("rekaan" in p.body.decode().lower() for p in articles)


@pytest.mark.parametrize("story", TOLD, ids=lambda s: s.name)
def test_page_reads_as_written(story: Story, articles: dict[str, Article]) -> None:
    if story.name in WITHDRAWN:
        pytest.skip("withdrawn: the corrected page at the same address counts")
    article = articles[story.url]
    facts = story.facts
    assert article.text == story.text
    assert (article.title, article.published) == (facts.title, facts.published)
    assert article.authors == (facts.author,)
    assert article.updated in {facts.updated, facts.published}


@pytest.mark.parametrize("story", TOLD, ids=lambda s: s.name)
def test_facts_stand_in_the_text(story: Story) -> None:
    facts = story.facts
    roles = (facts.accused, facts.cleared, facts.speakers, facts.beneficiaries)
    assert not [name for names in roles for name in names if name not in story.text]
    assert set(facts.proven) <= set(facts.accused)
    assert not set(facts.cleared) & set(facts.accused)


def test_what_the_story_shows() -> None:
    facts = [s.facts for s in TOLD]
    cases = Counter(f.case for f in facts if f.case)
    accused = Counter(name for f in facts for name in f.accused)
    assert len(TOLD) >= 44
    assert {f.site for f in facts} == set(sites())
    assert {f.kind for f in facts} == {"incident", "ruling", "statistics", "prevention", "other"}
    assert {f.sanction for f in facts} >= {"moral", "light", "medium", "severe", "criminal"} - {"medium"}
    assert {f.stage for f in facts} >= {"reported", "not_proven", "acquitted", "convicted", "sanctioned"}
    assert accused["Hendro Wiryawan"] >= 7
    assert len({f.site for f in facts if f.case == "sleman-facebook-2020"}) == 3
    assert cases.most_common(1)[0][1] >= 4


def test_the_spiders_find_the_story(tmp_path: Path) -> None:
    report = crawl([], tmp_path, replay=ARCHIVE)
    assert [s.site for s in report.sites if s.ended != "finished" or s.failed or s.problems] == []
    found = {a.text for a in read(tmp_path / "archive").values()}
    assert {s.name for s in TOLD if s.text not in found} == OFF_TOPIC | WITHDRAWN
