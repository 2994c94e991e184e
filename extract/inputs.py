"""What `netralitas extract` is given: WARC files, saved pages, texts and articles in JSON, here or elsewhere (fsspec).

Whatever cannot be read is reported to `on_problem(where, reason)` and skipped; nothing stops the rest.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import msgspec
from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from crawler.page import Page
from crawler.site import WIB, site_of
from extract.archived import archived_articles
from extract.article import MAX_BYTES, NotAnArticle, article_of, refuse_excess
from extract.dateline import dateline_of, syndicated_from
from extract.language import language_of
from extract.location import article_id, site_label
from extract.markup import decoded
from extract.moments import moment_of
from extract.reading import Article

Problems = Callable[[str, str], None]
KINDS = (".warc", ".html", ".htm", ".txt", ".json", ".jsonl")
PACKED = (".gz", ".bz2", ".xz")
BROKEN = (OSError, EOFError, ValueError, zlib.error)


class InputError(ValueError):
    """A path at which there is nothing to read; the message says what was looked for."""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """An article as JSON, as in the gold material; `text` is kept to the letter, unknown fields are passed over."""

    text: str
    id: str | int | None = None
    url: str | None = None
    site: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()


_DECODER = msgspec.json.Decoder(Given)


def articles_in(path: str | Path, on_problem: Problems, root: Path | None = None) -> Iterator[Article]:
    """The articles at a path, glob or fsspec address; a folder stands for all it holds, save `.gold.json` files.

    `root` is the folder that `Article.archive` is relative to, else the one that the WARC files have in common. Raise
    InputError where nothing is found.
    """
    filesystem, names = found_at(str(path))
    warcs = [name for name in names if kind_of(name) == ".warc"]
    if warcs:
        yield from _archived(filesystem, warcs, root, on_problem)
    for name in names:
        if name not in warcs:
            yield from _articles(filesystem, name, on_problem)


def found_at(path: str) -> tuple[AbstractFileSystem, list[str]]:
    """The filesystem of a path and the names of the files it stands for, sorted; raise InputError for none."""
    try:
        filesystem, name = url_to_fs(path)
        names = _names(filesystem, name)
    except (OSError, ImportError, ValueError) as problem:
        raise InputError(f"{path}: cannot be opened: {problem}") from problem
    if not names:
        raise InputError(f"{path}: nothing to read there; give files or a folder of {', '.join(KINDS)}")
    return filesystem, names


def kind_of(name: str) -> str:
    """The kind of a file by its name, its packing taken off: ".jsonl" for "a.jsonl.gz"; "" for none of KINDS."""
    path = PurePosixPath(name.lower())
    kind = path.with_suffix("").suffix if path.suffix in PACKED else path.suffix
    return kind if kind in KINDS else ""


def article_given(line: bytes, name: str) -> Article:
    """An article from its JSON; `name` is its id where it has none.

    Raise msgspec.DecodeError if it is none and NotAnArticle if it is too long.
    """
    given = _DECODER.decode(line)
    refuse_excess(given.text)
    site = site_of(given.url) if given.url else None
    zone = site.zone if site else WIB
    digest = hashlib.sha256(given.text.encode()).hexdigest()
    return Article(
        id=str(given.id) if given.id not in (None, "") else article_id(given.url, site) or name,
        text=given.text,
        url=given.url,
        site=given.site or site_label(given.url),
        title=given.title,
        published=moment_of(given.published, zone) if given.published else None,
        updated=moment_of(given.updated, zone) if given.updated else None,
        authors=given.authors,
        language=language_of(given.text),
        sha256=digest,
        dateline=_dateline(given.text),
        syndicated_from=syndicated_from(given.text, (given.site or "", site_label(given.url) or "")),
    )


def _names(filesystem: AbstractFileSystem, name: str) -> list[str]:
    if filesystem.isdir(name):
        return sorted(f for f in filesystem.find(name) if kind_of(f) and not f.endswith(".gold.json"))
    return [name] if filesystem.exists(name) else sorted(filesystem.glob(name))


def _archived(
    filesystem: AbstractFileSystem, names: Sequence[str], root: Path | None, on_problem: Problems
) -> Iterator[Article]:
    if isinstance(filesystem, LocalFileSystem):
        paths = [Path(name).resolve() for name in names]
        yield from archived_articles(paths, _root(paths, root), on_problem)
        return
    with TemporaryDirectory(prefix="netralitas-") as folder:
        paths = [Path(folder, f"{number:05}-{PurePosixPath(name).name}") for number, name in enumerate(names)]
        for name, path in zip(names, paths, strict=True):
            filesystem.get(name, str(path))
        yield from archived_articles(paths, Path(folder), on_problem)


def _root(paths: Sequence[Path], root: Path | None) -> Path:
    """The archive folder where it holds all the files, else the folder that they have in common."""
    if root and all(path.is_relative_to(root.resolve()) for path in paths):
        return root.resolve()
    return Path(os.path.commonpath([path.parent for path in paths]))


def _articles(filesystem: AbstractFileSystem, name: str, on_problem: Problems) -> Iterator[Article]:
    kind, stem = kind_of(name), PurePosixPath(name).name.partition(".")[0]
    try:
        if kind == ".jsonl":
            yield from _lines(filesystem, name, stem, on_problem)
        elif kind:
            yield _single(kind, _content(filesystem, name), stem)
        else:
            on_problem(name, f"an unknown kind of file; {', '.join(KINDS)} can be read")
    except msgspec.DecodeError as problem:
        on_problem(name, f"no article as JSON: {problem}")
    except NotAnArticle as problem:
        on_problem(name, problem.reason)
    except BROKEN as problem:
        on_problem(name, f"cannot be read: {problem}")


def _content(filesystem: AbstractFileSystem, name: str) -> bytes:
    with filesystem.open(name, "rb", compression="infer") as file:
        content = bytes(file.read(MAX_BYTES + 1))
    if len(content) > MAX_BYTES:
        raise NotAnArticle(f"larger than {MAX_BYTES >> 20} MB")
    return content


def _single(kind: str, content: bytes, stem: str) -> Article:
    if kind == ".json":
        return article_given(content, stem)
    if kind == ".txt":
        return _from_text(decoded(content).replace("\r\n", "\n"), stem)
    article = article_of(Page(url="", body=content))
    return article if article.url else msgspec.structs.replace(article, id=stem)


def _from_text(text: str, stem: str) -> Article:
    if not text.strip():
        raise NotAnArticle("an empty text")
    refuse_excess(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=stem,
        text=text,
        sha256=digest,
        language=language_of(text),
        dateline=_dateline(text),
        syndicated_from=syndicated_from(text),
    )


def _lines(filesystem: AbstractFileSystem, name: str, stem: str, on_problem: Problems) -> Iterator[Article]:
    with filesystem.open(name, "rb", compression="infer") as file:
        number = 0
        while line := file.readline(MAX_BYTES + 1):
            number += 1
            if not line.strip():
                continue
            try:
                yield article_given(line, f"{stem}-{number}")
            except msgspec.DecodeError as problem:
                on_problem(f"{name}:{number}", f"no article as JSON: {problem}")
            except NotAnArticle as problem:
                on_problem(f"{name}:{number}", problem.reason)


def _dateline(text: str) -> str | None:
    """The dateline of the first line that has one, for texts that still hold a page's head."""
    return next((found for line in text.splitlines()[:12] if (found := dateline_of(line.strip()))), None)
