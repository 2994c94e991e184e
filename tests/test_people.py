"""Which names of an article are one person."""

from extract.name import Name
from extract.people import Person, people_of
from extract.references import references
from extract.speech import said
from extract.text import Text


def people(line: str, *names: str) -> tuple[Text, tuple[Person, ...]]:
    text, at, found = Text(line), 0, []
    for name in names:
        start = line.index(name, at)
        found.append(Name(start, start + len(name), initials=name.isupper()))
        at = start + len(name)
    return text, people_of(text, found)


def test_a_part_joins_the_full_name_and_further_mentions_are_found() -> None:
    text, found = people("Umar Talib hadir. Kata Talib, ia diundang. Umar pulang.", "Umar Talib", "Talib")
    assert [p.name for p in found] == ["Umar Talib"]
    assert [text[s] for s in found[0].spans] == ["Umar Talib", "Talib", "Umar"]


def test_namesakes_stay_apart_and_a_shared_part_goes_to_the_last_named() -> None:
    line = "Siti Rohana dan Dewi Rohana hadir. Rohana pulang."
    text, found = people(line, "Siti Rohana", "Dewi Rohana", "Rohana")
    assert [p.name for p in found] == ["Siti Rohana", "Dewi Rohana"]
    assert [text[s] for s in found[1].spans] == ["Dewi Rohana", "Rohana"]


def test_a_spelling_variant_joins() -> None:
    _, found = people("Astira Dewi datang. Astira Dewie pulang.", "Astira Dewi", "Astira Dewie")
    assert len(found) == 1


def test_initials_join_only_the_same_initials() -> None:
    _, found = people("AS dan A hadir bersama Asman. AS pulang.", "AS", "A", "Asman", "AS")
    assert [(p.name, len(p.spans)) for p in found] == [("AS", 2), ("A", 1), ("Asman", 1)]


def test_a_pronoun_means_who_was_spoken_about_not_who_spoke() -> None:
    line = 'Camat Umar Talib diperiksa. "Sudah," kata Ketua Bawaslu Dewi Rohana. Yang bersangkutan mengaku khilaf.'
    text, found = people(line, "Umar Talib", "Dewi Rohana")
    speakers = frozenset(s.person for s in said(text, found))
    meant = [r.person for r in references(text, found, speakers) if not r.named]
    assert speakers == {1}
    assert meant == [0]


def test_both_means_the_last_two() -> None:
    text, found = people("Umar Talib dan Dewi Rohana dipanggil. Keduanya hadir.", "Umar Talib", "Dewi Rohana")
    assert sorted(r.person for r in references(text, found) if not r.named) == [0, 1]
