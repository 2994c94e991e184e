"""Every phrase file is its own test: its examples hit, its counterexamples do not."""

import pytest

from extract.phrases import PhraseError, find, phrases, read_phrase
from extract.text import Text

CASES = [(name, sentence, True) for name, p in phrases().items() for sentence in p.examples]
CASES += [(name, sentence, False) for name, p in phrases().items() for sentence in p.counterexamples]


@pytest.mark.parametrize(("name", "sentence", "hit"), CASES)
def test_phrase_hits_its_examples_only(name: str, sentence: str, hit: bool) -> None:
    assert any(find(Text(sentence), phrases()[name])) is hit


@pytest.mark.parametrize("name", phrases())
def test_phrase_shows_both_sides(name: str) -> None:
    assert phrases()[name].examples
    assert phrases()[name].counterexamples


def test_unknown_key_is_refused() -> None:
    with pytest.raises(PhraseError, match="extra"):
        read_phrase(
            "x.toml", b'group="speech"\nmeans="x"\nabout="x"\nwordings=[]\nexamples=[]\ncounterexamples=[]\nextra=1'
        )
