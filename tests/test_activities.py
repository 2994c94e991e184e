"""What is done to keep officials neutral. All people are invented."""

import pytest

from extract.activities import find_activities
from extract.text import Text


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Penjabat Bupati Grobogan mengimbau seluruh ASN menjaga netralitas dalam pilkada.", "appeal"),
        ("Ratusan ASN membacakan ikrar netralitas dalam apel di halaman kantor bupati.", "pledge"),
        ("Bawaslu Grobogan menggelar sosialisasi netralitas ASN bagi kepala desa.", "training"),
        ("Bupati Grobogan menerbitkan surat edaran tentang netralitas ASN.", "circular"),
        ("Sekda memimpin rapat koordinasi netralitas ASN menjelang pemilu.", "coordination"),
        ("Bawaslu Grobogan membuka posko pengaduan netralitas ASN.", "monitoring"),
    ],
)
def test_each_kind(raw: str, kind: str) -> None:
    text = Text(raw)
    found = {a.kind: a for a in find_activities(text)}
    assert kind in found
    quote = next(iter(found.values())).evidence[0]
    assert text.raw[quote.start : quote.end] == quote.quote


def test_the_body_in_the_sentence_does_it() -> None:
    found = find_activities(Text("Bawaslu Grobogan menggelar sosialisasi netralitas ASN bagi kepala desa."))
    assert "Bawaslu Grobogan" in {a.by for a in found}


@pytest.mark.parametrize("raw", ["", "Camat Rosidah dipanggil Bawaslu.", "Ia mengimbau warga hemat air."])
def test_nothing_where_nothing_is_done(raw: str) -> None:
    assert find_activities(Text(raw)) == ()
