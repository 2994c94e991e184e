"""Bodies: their fullest names, kinds and regions, each once, and only those that take part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.agencies import find_agencies
from extract.agencynames import agency_mentions, agency_words
from extract.partaking import points
from extract.text import Text


def names(body: str) -> list[str]:
    return [a.name for a in find_agencies(Text(body))]


def test_every_kind_has_points() -> None:
    assert set(agency_words().kinds) == set(points().kinds)


def test_long_and_short_names_are_one_body() -> None:
    body = (
        "Badan Pengawas Pemilu (Bawaslu) Kabupaten Jember memeriksa camat. Bawaslu meneruskan kasus itu ke Komisi "
        "Aparatur Sipil Negara (KASN). Kepada KASN, Bawaslu Jember menyerahkan berkas."
    )
    assert names(body) == ["Badan Pengawas Pemilu (Bawaslu) Kabupaten Jember", "Komisi Aparatur Sipil Negara (KASN)"]


def test_bodies_of_two_regions_are_two() -> None:
    assert names("Bawaslu Kudus melapor kepada Bawaslu Jateng.") == ["Bawaslu Kudus", "Bawaslu Jateng"]


def test_region_kind_and_role() -> None:
    agency = find_agencies(Text("Bawaslu Kota Bogor memeriksa lurah."))[0]
    assert agency.place is not None
    assert (agency.kind, agency.role, agency.place.code) == ("bawaslu", "investigator", "32.71")


def test_court_is_named_by_its_town() -> None:
    assert names("PN Slawi memvonis kepala desa itu.") == ["PN Slawi"]


def test_case_number_is_no_court() -> None:
    assert not list(agency_mentions(Text("Perkara 141/Pid.Sus/2024/PN Pwd diputus.")))


def test_department_ends_before_a_name() -> None:
    body = "Dinas Pendidikan dan Kebudayaan Kabupaten Alor memanggil guru. Kepala Dinas Sosial Yohanis Lau diam."
    assert [body[m.start : m.end] for m in agency_mentions(Text(body))][:2] == [
        "Dinas Pendidikan dan Kebudayaan Kabupaten Alor",
        "Dinas Sosial",
    ]


def test_passing_mention_takes_no_part() -> None:
    body = "Bawaslu Kudus memeriksa seorang camat. " * 12 + "Ia pernah menjadi anggota DPRD Kudus (Setda)."
    assert names(body) == ["Bawaslu Kudus"]


def test_noise_lines_name_no_body() -> None:
    assert names("Bawaslu Kudus memeriksa camat.\n\nBaca juga: KPU Jepara Tetapkan Calon") == ["Bawaslu Kudus"]


@given(st.text(alphabet="Bawaslu KPN(S)Dinas,.\n", max_size=200))
def test_evidence_stands_at_its_offsets(body: str) -> None:
    for agency in find_agencies(Text(body)):
        assert agency.evidence
        assert all(body[e.start : e.end] == e.quote for e in agency.evidence)
