"""What a document says it leaves out as secret: lawfully missing rows and sums, of which nothing is to be made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.secrecy import secrecy_words
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity

WORDS = secrecy_words()
LONGEST_HEADING = 40


def withheld(prose: Sequence[Prose]) -> Iterator[Issue]:
    """Yield a note at the first sentence that says so of money; it may be broken over two lines."""
    if _says_so(squeeze("".join(block.text for block in prose))) is None:
        return
    heading = ""
    for block, below in pairwise([*prose, Prose(0, "")]):
        heading = squeeze(block.text) if paragraph_words().enumeration.match(block.text) else heading
        match = _says_so(squeeze(block.text + below.text))
        if match is None or match.start() >= len(squeeze(block.text)):
            continue
        if not _is_of_duties(heading, match):
            message = "Parts of this document are withheld as secret: its rows may come to less than its totals."
            yield Issue(IssueCode.WITHHELD_SECRET, Severity.NOTE, message, block.line)
            return


def _says_so(text: str) -> re.Match[str] | None:
    """Return the first words that say so; where one of them is unknown, another may be enough."""
    patterns = (WORDS.withheld, WORDS.undisclosed, WORDS.secret_in_part)
    return min((found for one in patterns if (found := one.search(text))), key=re.Match.start, default=None)


def _is_of_duties(heading: str, match: re.Match[str]) -> bool:
    """Whether the duties, the offices or the tasks of a body are what is secret (主要职责：涉密), no money."""
    above = heading[:LONGEST_HEADING] + match.string[: match.start()].rpartition("。")[2][-LONGEST_HEADING:]
    is_of_money = WORDS.money.search(above) or WORDS.money.search(match.group())
    return WORDS.duties.search(above) is not None and is_of_money is None
