"""What a document says it leaves out as secret: lawfully missing rows and sums, of which nothing is to be made up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.secrecy import secrecy_words
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity


def withheld(prose: Sequence[Prose]) -> Iterator[Issue]:
    """Yield a note at the first sentence that says so; it may be broken over two lines."""
    if not secrecy_words().withheld.search(squeeze("".join(block.text for block in prose))):
        return
    for block, below in pairwise([*prose, Prose(0, "")]):
        if secrecy_words().withheld.search(squeeze(block.text + below.text)):
            message = "Parts of this document are withheld as secret: its rows may come to less than its totals."
            yield Issue(IssueCode.WITHHELD_SECRET, Severity.NOTE, message, block.line)
            return
