"""Violations told of somebody, not forbidden in general. All people are invented."""

from extract.text import Text
from extract.violations import find_hits, find_violations, violation_signs

TOLD = """Unggah Foto Paslon di Facebook, Camat Dilaporkan ke Bawaslu

Camat Lembah Hijau, Rosidah Umar, dilaporkan ke Bawaslu karena mengunggah foto pasangan calon nomor urut 2 di akun
Facebook miliknya. Unggahan itu beredar di grup WhatsApp.

"Yang bersangkutan juga memberi komentar dukungan," kata pelapor, Hadi.
"""
RULE = """Penjabat bupati mengingatkan ASN dilarang mengunggah atau mengomentari unggahan calon di media sosial.
ASN juga tidak boleh berpose dua jari dan menghadiri kampanye.
"""


def test_an_act_is_told_with_its_sentence() -> None:
    text = Text(TOLD, TOLD.split("\n")[0])
    found = find_violations(text)
    assert "social_media_support" in [v.violation for v in found]
    assert all(0 <= v.start < v.end <= len(text.raw) for v in found)


def test_a_rule_tells_of_nobody() -> None:
    assert find_violations(Text(RULE, "ASN Diminta Netral")) == ()


def test_each_violation_is_told_once_and_in_order() -> None:
    found = find_violations(Text(TOLD, TOLD.split("\n")[0]))
    assert len({v.violation for v in found}) == len(found)
    assert [v.start for v in found] == sorted(v.start for v in found)


def test_conditions_are_no_reports() -> None:
    hits = find_hits(Text("Jika camat berpose dua jari, ia bisa dikenai sanksi."))
    assert hits
    assert not any(h.told for h in hits)


def test_signs_know_nothing_of_names() -> None:
    text = Text(TOLD, TOLD.split("\n")[0])
    other = Text(TOLD.replace("Rosidah Umar", "Wahab Setiadi"), TOLD.split("\n")[0])
    assert violation_signs(text, find_hits(text)) == violation_signs(other, find_hits(other))
