"""What a document has left of the template it was written from: 增加（减少）, 主要原因是。, XX万元.

A template itself is full of them, and says nothing by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dagster_project.extraction.knowledge.wording.templates import template_words
from dagster_project.extraction.locate.over_tables import is_note
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.wording.labels.headings import PROSE, Label

WORDS = template_words()
KIND = "template"
WORD = re.compile(r"[^\s（()）]+")
MOST = 8
"""A document in which more is open than this is a form that nobody has filled in."""
BEFORE = 12
"""Characters before what is left that tell where it stands."""


def left_of_template(prose: Texts[Prose]) -> list[Label]:
    """Return each choice that was not made, and each reason, amount or name not filled in; a note tells how to."""
    holding = prose.holding(WORDS.choice, WORDS.reason, WORDS.blank)
    told = [block for block in holding if not is_note(block.text)]
    is_signed = any(_is_signed(block) for block in told)
    found = [label for block in told for label in _in_block(block, is_signed=is_signed)]
    return found if len(found) <= MOST else []


def _is_signed(block: Prose) -> bool:
    """Tell whether the sign of a number chooses (增加（减少）-5万元)."""
    return any(WORDS.signed.match(block.text, match.end()) for match in WORDS.choice.finditer(block.text))


def _in_block(block: Prose, *, is_signed: bool) -> Iterator[Label]:
    for match in WORDS.choice.finditer(block.text):
        if is_signed and WORDS.number.match(block.text, match.end()):
            continue
        yield _label(block, match, WORDS.either.join(WORD.findall(match.group())))
    for match in WORDS.reason.finditer(block.text):
        yield _label(block, match, WORDS.open.format(words=match.group()))
    for match in WORDS.blank.finditer(block.text):
        yield _label(block, match, WORDS.filled)


def _label(block: Prose, match: re.Match[str], meant: str) -> Label:
    words = block.text[max(0, match.start() - BEFORE) : match.end()]
    return Label(block.line, match.start(), PROSE, KIND, words, match.group(), meant)
