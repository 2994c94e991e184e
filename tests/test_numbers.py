"""Numbers as such news prints them, and as statutes and dates that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers import find_numbers, in_words, number_of

UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()


def spelt(n: int) -> str:
    """A number below a million in Indonesian words."""
    if n < 10:
        return UNITS[n]
    if n < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(n, f"{UNITS[n - 10]} belas")
    for size, one, name in ((1000, "seribu", "ribu"), (100, "seratus", "ratus"), (10, "", "puluh")):
        if n >= size:
            head = one if n // size == 1 and one else f"{spelt(n // size)} {name}"
            return head if n % size == 0 else f"{head} {spelt(n % size)}"
    raise AssertionError(n)


@given(st.integers(0, 999_999))
def test_words_mean_their_number(n: int) -> None:
    assert in_words(spelt(n)) == n


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1.005", 1005),
        ("45,4", 45.4),
        ("delapan", 8),
        ("dua puluh tiga", 23),
        ("3 (tiga)", 3),
        ("14 (empat belas)", 14),
        ("2,5 juta", 2_500_000),
        ("seorang", 1),
    ],
)
def test_printed_numbers(printed: str, value: float) -> None:
    assert number_of(printed) == value


@pytest.mark.parametrize("printed", ["ratusan", "belasan", "puluhan", "ke-3", "12/7/2024", "B/71/M", ""])
def test_no_numbers(printed: str) -> None:
    assert number_of(printed) is None


def test_collectives_are_marked() -> None:
    found = list(find_numbers("Ketiganya dipanggil, dua hadir."))
    assert [(n.value, n.collective) for n in found] == [(3, True), (2, False)]


@given(st.text(max_size=300))
def test_offsets_are_those_of_the_text(text: str) -> None:
    for n in find_numbers(text):
        assert text[n.start : n.end] == n.printed
