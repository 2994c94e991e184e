"""netralitas annotate: the corpus passes its own check, each kind of mistake is named, a draft must be corrected."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract.read import Reader
from extract.text import Text
from netralitas.annotate_commands import check, draft
from netralitas.annotation import AnnotationError, names_at, read_pair
from netralitas.annotation_check import missing_persons, problems

ARTICLES = Path(__file__).parents[1] / "training" / "articles"
Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """A copy of one annotated article, to be spoiled."""
    for ending in (".json", ".gold.json"):
        shutil.copy(ARTICLES / f"oa03{ending}", tmp_path / f"oa03{ending}")
    return tmp_path / "oa03"


def spoil(stem: Path, change: Change, ending: str = ".gold.json") -> None:
    path = stem.with_name(f"{stem.name}{ending}")
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


@pytest.mark.parametrize("stem", names_at(ARTICLES), ids=lambda stem: stem.name)
def test_the_corpus_passes_its_own_check(stem: Path) -> None:
    assert [p.line(stem.name) for p in problems(read_pair(stem)) if not p.hint] == []


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("kind", lambda g: g.update(kind="insiden")),
        ("procedural_status", lambda g: g.update(procedural_status="done")),
        ("violation_type", lambda g: g["violation_type"].append("likes")),
        ("offender_class", lambda g: g.update(offender_class=["teacher"])),
        ("persons.role", lambda g: g["persons"][0].update(role="accused")),
        ("persons.also", lambda g: g["persons"][0].update(also=["petahana"])),
        ("persons.name", lambda g: g["persons"][0].update(name="Tidak Tercetak")),
        ("persons.name", lambda g: g["persons"].append(g["persons"][0] | {"pid": "oa03-p99"})),
        ("persons.pid", lambda g: g["persons"][1].update(pid=g["persons"][0]["pid"])),
        ("persons.evidence", lambda g: g["persons"][0].update(evidence="kata yang tidak ada")),
        ("persons.evidence", lambda g: g["persons"][0].update(role="cleared", evidence="")),
        ("persons.role", lambda g: g.update(kind="other", persons=[g["persons"][0] | {"role": "offender_alleged"}])),
        ("agencies.role", lambda g: g["agencies"][0].update(role="judge")),
        ("region.kabupaten_kota", lambda g: g["region"].update(kabupaten_kota="Kabupaten Antah Berantah")),
        ("region.kabupaten_kota", lambda g: g["region"].update(kabupaten_kota="Jember")),
        ("region.province", lambda g: g["region"].update(province="Jawa Utara")),
        ("event_dates.date", lambda g: g["event_dates"].append({"date": "28-10-2024", "what": "report"})),
        ("event_dates.date", lambda g: g["event_dates"].append({"date": "2024-02-30", "what": "report"})),
        ("event_dates.what", lambda g: g["event_dates"].append({"date": "2024", "what": " "})),
        ("election.kind", lambda g: g.update(election={"kind": "pilbup", "year": 2024})),
        ("url", lambda g: g.update(url="https://elsewhere.example")),
        ("id", lambda g: g.update(id="oa04")),
    ],
)
def test_each_mistake_is_named_by_its_field(pair: Path, field: str, change: Change) -> None:
    spoil(pair, change)
    found = [p for p in problems(read_pair(pair)) if not p.hint]
    assert {p.field for p in found} == {field}
    assert all(p.what and p.remedy and "\n" not in p.line("x") for p in found)


def test_a_date_of_publication_that_is_none(pair: Path) -> None:
    spoil(pair, lambda a: a.update(published="kemarin"), ".json")
    assert [p.field for p in problems(read_pair(pair))] == ["published"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda g: g.pop("laws"), "laws"),
        (lambda g: g.update(person=[]), "person"),
        (lambda g: g["persons"][0].update(name=None), r"persons\[0\].name"),
        (lambda g: g["election"].update(year="soon"), r"election.year"),
    ],
)
def test_a_wrong_structure_is_one_line(pair: Path, change: Change, said: str) -> None:
    spoil(pair, change)
    with pytest.raises(AnnotationError, match=said):
        read_pair(pair)


def test_a_file_that_is_missing_or_no_json_says_so(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = pair.with_name("oa03.gold.json")
    gold.write_text('{"id": "oa03",\n nonsense')
    gold.with_name("lonely.gold.json").write_text("{}")
    with pytest.raises(Exception, match="2"):
        check([gold, gold.with_name("lonely.json")], hints=False)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0].split("/")[-1] for line in lines] == ["oa03.gold.json", "lonely.json"]
    assert "line 2" in lines[0]
    assert "not there" in lines[1]


def test_who_is_not_annotated_is_hinted_at(pair: Path) -> None:
    whole = read_pair(pair)
    people = Reader().judge(Text(whole.article.text, whole.article.title)).view.people
    assert list(missing_persons(whole, people)) == []
    left_out = whole.gold.persons[0].name
    spoil(pair, lambda g: g["persons"].pop(0))
    (hint,) = missing_persons(read_pair(pair), people)
    assert hint.hint
    assert left_out.split()[0] in hint.what


def test_a_draft_has_the_form_and_must_be_corrected(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = pair.with_name("oa03.gold.json")
    with pytest.raises(AnnotationError, match="there already"):
        draft(gold)
    gold.unlink()
    draft(pair.with_name("oa03.json"))
    assert [p.field for p in problems(read_pair(pair)) if not p.hint] == ["notes"]
    assert "correct it by hand" in " ".join(capsys.readouterr().err.split())
