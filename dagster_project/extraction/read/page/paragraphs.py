"""Lines of one paragraph are joined, over pages too, so that no amount is parted from its unit by the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.read.page.broken_names import goes_on_below, is_beside
from dagster_project.extraction.read.page.page import Block, Page
from dagster_project.extraction.read.page.phrases import Phrase
from dagster_project.extraction.read.page.wrapping import CLOSING, fits, glue

START = page_words().paragraph
"""What begins a paragraph, wherever it stands."""
END = "。"
COLONS = "：:"
SEMICOLONS = "；;"
COMMAS = "，,"
PAGE_NUMBER = page_words().page_number
BROKEN_AMOUNT = re.compile(
    "|".join(rf"\d{unit[:at]}\n{unit[at:]}" for unit in amounts().units for at in range(len(unit)))
)
"""The end of a line that parts an amount from its unit, or cuts the unit in two."""
MARGIN = 0.12
"""Part of the page, above and below, in which a page number stands."""
FEWEST_PAGES = 4
MOST = 0.5
"""A running line stands on at least so many pages, and on this part of all."""
HALF = 0.5
"""A line of text is at least this part of a page wide."""
LEADING = 3.0
"""Heights from one line of a paragraph to the next, at most."""
TITLE_ROOM = 1.5
"""Heights by which the first line of a title may stay short of the right edge."""
LOOSE = 1.0
"""Heights by which a line without a mark at its end may stay shorter than the next word demands: widths are estimated,
and paragraphs of one page differ in their margins."""
IN_SENTENCE = 3.0
"""The same for a line with a comma, which is one of a sentence."""
HANGING = 1.1
"""Heights by which a mark of punctuation may hang over the edge that other lines keep, at most."""
INDENT = 1.2
"""Heights by which the middles of a title's lines differ: an indent of two characters, halved."""


class Margins(NamedTuple):
    """Where the lines of a page begin and end, and where everything on it ends."""

    left: float
    right: float
    edge: float


class Placed(NamedTuple):
    """A block and the page it stands on."""

    page: Page
    block: Block

    @property
    def last_page(self) -> int:
        """The page on which the block ends."""
        turns = self.block.turns if isinstance(self.block, Phrase) else ()
        return turns[-1][1] if turns else self.page.number

    @property
    def in_margin(self) -> str | None:
        """The text of a line that stands near the upper or the lower edge of its page."""
        if not isinstance(self.block, Phrase):
            return None
        top, height = self.block.box.top, self.page.height
        return self.block.text if top < MARGIN * height or top > (1 - MARGIN) * height else None

    @property
    def is_page_number(self) -> bool:
        """Tell whether this is a page number, which stands between the pages of one text and says nothing."""
        return PAGE_NUMBER.fullmatch(self.in_margin or "") is not None


def margins_of(page: Page) -> Margins:
    """Return the margins of a page; of a page without lines of text they let nothing be joined."""
    wide = [b for b in page.blocks if isinstance(b, Phrase) and b.box.width > HALF * page.share * page.width]
    left = min((line.box.left for line in wide), default=page.width)
    right = _edge_kept(wide) if wide else page.width
    return Margins(left, right, max((block.box.right for block in page.blocks), default=page.width))


def _edge_kept(lines: Sequence[Phrase]) -> float:
    """Return where full lines end: at the edge that those without a mark at their end keep."""
    outermost = max(lines, key=lambda line: line.box.right)
    kept = max((line.box.right for line in lines if line.text[-1] not in CLOSING), default=outermost.box.right)
    return kept if outermost.box.right - kept <= HANGING * outermost.size else outermost.box.right


def join_lines(pages: Sequence[Page]) -> list[Placed]:
    """Return the blocks of all pages in reading order, with the lines of each paragraph joined."""
    flow: list[Placed] = []
    ends: list[int] = []
    running = _running(pages)
    margins = before = Margins(0, 0, 0)
    for page in pages:
        before, margins = margins, margins_of(page)
        for placed in (Placed(page, block) for block in page.blocks):
            if not placed.is_page_number:
                for end in ends:
                    here = margins if flow[end].last_page == page.number else before
                    if (joined := _joined(flow[end], placed, here, margins)) is not None:
                        flow[end], ends = joined, [end]
                        break
                else:
                    stays = placed.in_margin in running or (ends and _is_beside(flow[ends[0]], placed))
                    ends = [len(flow), *(ends if stays else ())]
                    flow.append(placed)
                continue
            flow.append(placed)
    return flow


def _running(pages: Sequence[Page]) -> set[str]:
    """Return the lines in the margins of most pages: a text goes on behind them as behind a page number."""
    lines = Counter(text for page in pages for text in {Placed(page, block).in_margin for block in page.blocks} if text)
    return {text for text, times in lines.items() if times >= max(FEWEST_PAGES, MOST * len(pages))}


def _is_beside(one: Placed, other: Placed) -> bool:
    """Tell whether a block stands to the right of a line of its page."""
    before, block = one.block, other.block
    if not isinstance(before, Phrase) or not isinstance(block, Phrase):
        return False
    return one.last_page == other.page.number and is_beside(before, block)


def _joined(one: Placed, other: Placed, here: Margins, there: Margins) -> Placed | None:
    """Return a paragraph with its next line; None where `other` is something else."""
    before, block = one.block, other.block
    if not isinstance(before, Phrase) or not isinstance(block, Phrase):
        return None
    if not continues(before, block, here, there, here is there):
        return None
    text, turns = glue(before.text, block.text), before.turns
    if other.page.number != one.last_page:
        turns += ((len(text) - len(block.text), other.page.number),)
    return Placed(one.page, block._replace(text=text, turns=turns))


def _alike(one: float, other: float) -> bool:
    return max(one, other) <= 1.3 * min(one, other)


def continues(one: Phrase, other: Phrase, here: Margins, there: Margins, same_page: bool) -> bool:
    """Tell whether `other` is the next line of the paragraph, or of the title, that `one` is a line of."""
    if same_page and goes_on_below(one, other):
        return True
    if not (one.whole and other.whole) or START.match(other.text) or _is_closed(one.text):
        return False
    if any(PAGE_NUMBER.fullmatch(each.text) and not each.text.isdecimal() for each in (one, other)):
        return False
    size = min(one.size, other.size)
    if not (_alike(one.size, other.size) or _alike(one.size_of_words, other.size_of_words)):
        return False
    if same_page and other.box.bottom - one.box.bottom > LEADING * size:
        return False
    if same_page and BROKEN_AMOUNT.search(f"{one.text[-3:]}\n{other.text[:3]}"):
        return True
    outdent = one.box.left - other.box.left
    hangs = abs(outdent) < size / 2 and (other.box.width < one.box.width / 2 or other.text[-1] in END + COLONS)
    if hangs or 1.5 * size < outdent < 2.5 * size or abs(other.box.left - there.left) < size:
        return not fits(here.right - one.box.right - _looseness(one.text) * size, other.text, size)
    middle = (one.box.left + one.box.right) / 2 - (other.box.left + other.box.right) / 2
    # a paragraph that begins where the heading above it does is no shorter line below its middle
    centred = same_page and abs(middle) < INDENT * size and outdent < -size / 4
    return centred and not fits(here.edge - one.box.right - TITLE_ROOM * size, other.text, size)


def _is_closed(line: str) -> bool:
    """Tell whether a line ends its paragraph; in a sentence with a comma a colon may stand at the end of any line."""
    return line[-1] in END or (line[-1] in COLONS and not _is_of_sentence(line))


def _is_of_sentence(line: str) -> bool:
    return any(comma in line for comma in COMMAS)


def _looseness(line: str) -> float:
    """Return by how many heights a line of a paragraph may stay short: not where a list may begin or go on."""
    if line[-1] in SEMICOLONS + COLONS:
        return 0.0
    return IN_SENTENCE if _is_of_sentence(line) else LOOSE
