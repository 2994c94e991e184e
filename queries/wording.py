"""A question in words of one language: what it asks, what the answer can and cannot show, what its parameters do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

OF_LANGUAGE = re.compile(r"(?P<language>[a-z]{2}): (?P<words>.+)")
OF_PARAMETER = re.compile(r"\$(?P<name>\w+): (?P<about>.+)")


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words; `parameters` by name."""

    language: str
    question: str
    about: str
    parameters: Mapping[str, str]

    def lacks(self, names: Iterable[str]) -> str:
        """What is missing or too much beside the parameters that there are; nothing if all is there."""
        wrong = sorted(set(names) ^ set(self.parameters))
        parts = ("the question" if not self.question.endswith("?") else "", "what it shows" if not self.about else "")
        return ", ".join(filter(None, (*parts, *(f"${name}" for name in wrong))))


def translations(comment: Iterable[str]) -> tuple[dict[str, Wording], list[str]]:
    """The wordings by language in a file's comment, and the lines that are in none of them."""
    lines, others = [], []
    for line in comment:
        found = OF_LANGUAGE.fullmatch(line)
        lines.extend([(found["language"], found["words"])] if found else [])
        others.extend([] if found else [line])
    languages = dict.fromkeys(language for language, _ in lines)
    return {
        name: _wording(name, [words for language, words in lines if language == name]) for name in languages
    }, others


def _wording(language: str, lines: list[str]) -> Wording:
    parameters = {m["name"]: m["about"] for line in lines if (m := OF_PARAMETER.fullmatch(line))}
    prose = [line for line in lines if not line.startswith("$")]
    return Wording(language, prose[0] if prose else "", " ".join(prose[1:]), parameters)
