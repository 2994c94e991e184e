"""Lines, noise, sentences, clauses, quotations: always offsets into the one string."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.text import Text


def noise(raw: str) -> list[str]:
    text = Text(raw)
    return [text[s].strip() for s in text.noise]


def test_links_below_a_bare_label_are_noise() -> None:
    raw = "Camat itu diperiksa.\n\nBaca juga:\n\nKades Umar Talib Divonis\n\nLurah Dewi Dicopot\n\nIa mengaku khilaf."
    assert noise(raw) == ["Baca juga:", "Kades Umar Talib Divonis", "Lurah Dewi Dicopot"]


@pytest.mark.parametrize(
    "line",
    [
        "Baca Juga: Kades Umar Talib Divonis",
        "Editor: Dewi",
        "Pewarta : Umar",
        "[Gambas:Video 20detik]",
        "Tag: asn, kades",
    ],
)
def test_noise_lines(line: str) -> None:
    assert noise(f"Camat itu diperiksa.\n\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Promosi jabatan itu dinilai sarat kepentingan karena diberikan sebulan sebelum pendaftaran calon.",
        "Laporan: dua camat sudah dimintai keterangan oleh pengawas, kata ketua tim yang menangani perkara itu.",
    ],
)
def test_sentences_that_begin_like_noise_stay(line: str) -> None:
    assert noise(line) == []


def test_abbreviations_end_no_sentence() -> None:
    text = Text("Kata Drs. H. Umar Talib, M.Si. kemarin. Ia diam.")
    assert [text[s] for s in text.sentences] == ["Kata Drs. H. Umar Talib, M.Si. kemarin.", "Ia diam."]


def test_headlines_stand_before_the_first_sentence() -> None:
    text = Text("Camat Umar Talib Diperiksa\n\nWarga Menunggu\n\nSUKASARI - Camat itu diperiksa kemarin.\n\nTag")
    assert [text[s] for s in text.headlines] == ["Camat Umar Talib Diperiksa", "Warga Menunggu"]


@given(st.text(alphabet="ab AB.!?,;:\"”“\n-–(' \u200b\u202eéDKI", max_size=300))
@settings(max_examples=200, deadline=None)
def test_parts_lie_within_their_wholes(raw: str) -> None:
    text = Text(raw)
    for sentence in text.sentences:
        assert any(line.holds(sentence) for line in text.body)
        assert text[sentence] == text[sentence].strip()
    for clause in text.clauses:
        assert any(s.holds(clause) for s in text.sentences)
    assert set(text.noise).isdisjoint(text.body)
