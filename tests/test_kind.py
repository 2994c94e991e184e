"""What kind of article it is and how far its case has come. All people are invented."""

import pytest

from extract.drafts import PersonSpans
from extract.figures import find_figures
from extract.kind import article_kind
from extract.outline import article_signs
from extract.places import find_places
from extract.rulings import find_rulings
from extract.stage import main_stage
from extract.text import Span, Text
from extract.violations import find_violations
from extract.vocabulary import Standing

REPORTED = """Pose Dua Jari, Camat Dilaporkan ke Bawaslu

Camat Lembah Hijau, Rosidah Umar, dilaporkan ke Bawaslu Grobogan karena diduga tidak netral. Ia berpose dua jari
bersama calon bupati. Laporan diserahkan warga, Senin (14/10/2024).

"Laporan sudah kami terima, akan kami pelajari lebih dulu," kata Ketua Bawaslu Grobogan, Hadi Sucipto.
"""
CONVICTED = """Kepala Desa Divonis Dua Bulan Penjara

Majelis hakim Pengadilan Negeri Purwodadi memvonis Kepala Desa Sukadamai, Sarmidi Wahab, dua bulan penjara dan denda
Rp 3 juta. Ia terbukti secara sah dan meyakinkan menguntungkan pasangan calon.

Sebelumnya jaksa menuntut empat bulan penjara. Penasihat hukumnya pikir-pikir.
"""
APPEAL = """Penjabat Bupati Imbau ASN Jaga Netralitas

Penjabat Bupati Grobogan, Lukman Hadi, mengimbau seluruh ASN menjaga netralitas pada pilkada. Hal itu disampaikan saat
apel gabungan, Senin (14/10/2024).

"ASN dilarang berpose, menyukai, atau mengomentari unggahan calon. Jika terbukti, ada sanksi," katanya.

Ia meminta camat dan lurah membacakan ikrar netralitas.
"""


def read(raw: str, name: str | None, standing: Standing = "alleged") -> tuple[str, str | None]:
    text = Text(raw, raw.split("\n")[0])
    people = [PersonSpans(0, (Span(raw.index(name), raw.index(name) + len(name)),), standing)] if name else []
    rulings = find_rulings(text, (), people, ())
    violations = find_violations(text)
    kind = article_kind(text, rulings, find_figures(text, None, (), find_places(text)), violations, people)
    return kind, main_stage(text, kind, rulings, violations, people)


def test_an_incident_that_was_only_reported() -> None:
    assert read(REPORTED, "Rosidah Umar") == ("incident", "reported")


def test_a_conviction_is_a_ruling() -> None:
    assert read(CONVICTED, "Sarmidi Wahab", "proven") == ("ruling", "convicted")


def test_an_appeal_is_prevention_and_has_no_stage() -> None:
    assert read(APPEAL, None) == ("prevention", None)


def test_how_the_accused_stand_is_a_sign() -> None:
    text = Text(CONVICTED, CONVICTED.split("\n")[0])
    start = CONVICTED.index("Sarmidi Wahab")
    proven = [PersonSpans(0, (Span(start, start + 13),), "proven")]
    assert article_signs(text, (), (), (), proven)["first named: proven"] == 1.0
    assert article_signs(text, (), (), (), ())["nobody accused"] == 1.0


@pytest.mark.parametrize("raw", ["", "😀", "a" * 5000, "\n".join("kata" for _ in range(300))])
def test_any_text_has_a_kind(raw: str) -> None:
    assert article_kind(Text(raw)) in ("incident", "ruling", "statistics", "prevention", "other")


def test_names_weigh_nothing() -> None:
    text = Text(REPORTED, REPORTED.split("\n")[0])
    other = Text(REPORTED.replace("Rosidah Umar", "Wahab Setiadi"), text.title)
    assert article_signs(text, (), (), (), ()) == article_signs(other, (), (), (), ())
