"""Whom an article calls an incumbent."""

from __future__ import annotations

import pytest

from extract.incumbency import is_incumbent
from extract.text import Text


@pytest.mark.parametrize(
    ("sentence", "incumbents"),
    [
        ("Camat itu mendukung calon bupati petahana Kabupaten Antah, Rina Wati.", ["Rina Wati"]),
        ("Ia membagikan pamflet petahana Rina Wati dan Danu Laksana.", ["Rina Wati"]),
        ("Mereka memilih pasangan petahana Rina Wati-Danu Laksana.", ["Rina Wati", "Danu Laksana"]),
        ("Mereka memilih calon bupati dan wakil bupati petahana Rina Wati – Danu Laksana.", ["Rina Wati"]),
        ("Rina Wati, petahana, menolak dikaitkan.", ["Rina Wati"]),
        ("Rina Wati selaku petahana dilaporkan oleh Danu Laksana.", ["Rina Wati"]),
        ("Rina Wati yang kembali maju dilaporkan.", ["Rina Wati"]),
        ("Rina Wati, calon bupati nomor urut 3 yang sedang cuti kampanye, dilaporkan.", ["Rina Wati"]),
        ("Tim Rina Wati melaporkan pasangan petahana Danu Laksana.", ["Danu Laksana"]),
        ("Bawaslu menerima aduan Rina Wati-Danu Laksana terhadap pasangan calon petahana.", []),
        ("Laporan atas petahana itu disampaikan oleh Rina Wati.", []),
        ("Rina Wati melawan petahana Danu Laksana.", ["Danu Laksana"]),
        ("Calon petahana tidak hadir. Rina Wati tidak berkomentar.", []),
    ],
)
def test_who_is_called_an_incumbent(sentence: str, incumbents: list[str]) -> None:
    names = ["Rina Wati", "Danu Laksana"]
    text = Text(sentence, "")
    found = [n for n in names if (at := sentence.find(n)) >= 0 and is_incumbent(text, at, at + len(n))]
    assert found == incumbents
