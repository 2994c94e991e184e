"""What cannot be done without a library that is not part of every installation."""

from __future__ import annotations

from queries.library import QuestionError


class MissingLibrary(QuestionError):
    """An optional library is not installed; the message says how to get it."""


def lacking(what: str, library: str, extra: str) -> MissingLibrary:
    """The error for something that needs an optional library."""
    return MissingLibrary(f"{what} need the library {library}: pip install 'netralitas[{extra}]'")
