"""Millions of records without the garbage collector looking through all of them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off Python's search for reference cycles; memory is freed by counting all the same.

    Records without cycles are all that linking makes, yet the collector walks through every one each time their number
    has grown by a quarter: a third of the time that linking takes was measured to go there.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
