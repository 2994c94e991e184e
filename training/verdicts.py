"""Fits how the two voices are weighed together: `python -m training.verdicts MODEL [--fold 1]`.

MODEL is the folder of an encoder and of cues that have not seen that fold: what voices say of articles they know is
surer than what they say of others.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from extract.read import Reader
from extract.roles import verdict_signs
from training import corpus
from training.corpus import Annotated
from training.measure import NOBODY, paired
from training.weigh import Example, Judgement, fit, write

VERDICT = Judgement("verdict", "what a person is in the article, by both voices together", 0.3, 4)


def examples(reader: Reader, article: Annotated) -> Iterator[Example]:
    """The persons whom the reader finds, with what voices say; in an article on something else only those listed."""
    people = reader.people(article.text)
    heard = reader.hear(article.text, people)
    roles = dict(paired(article, people))
    parts = zip(heard.encoder, heard.cues, heard.found, people, heard.view.offices, strict=True)
    for i, (opinion, *rest) in enumerate(parts):
        if i in roles or article.kind != "other":
            yield Example("", verdict_signs(opinion.odds, *rest), roles.get(i, NOBODY))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--fold", type=int, default=1)
    options = parser.parse_args()
    reader = Reader(options.model)
    rows = [e for a in corpus.annotated() if a.fold == options.fold for e in examples(reader, a)]
    write(VERDICT, rows, fit(VERDICT, rows))
    print(f"{len(rows)} persons", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
