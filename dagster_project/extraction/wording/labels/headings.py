"""The year and the organisation that headings of a document name, beside those that are its own.

What is printed differently on purpose is no label of another document: comparatives, spans of years, mid-term plans,
the outturn in a budget, a name cut short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from dagster_project.extraction.folding import NUMBERING, fold, squeeze
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import OWN_LEVEL, Organisations, is_much_like
from dagster_project.extraction.identify.regions import find_region
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.locate.tables import Cell
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose

WORDS = label_words()
LONGEST = 50
HINT = re.compile(rf"[{''.join(ending[-1] for ending in WORDS.endings)}](?=[\s#*-]*$)", re.MULTILINE)
"""The last letter of a heading."""
YEAR = years().printed
PROSE: Cell = (None, None, None)


class Label(NamedTuple):
    """A label as printed and as it should be; `kind` as the column of the schema says."""

    line: int
    start: int
    cell: Cell
    kind: str
    words: str
    """The heading, caption or words that it stands in."""
    printed: str
    meant: str


def is_sure_of_year(identity: Identity) -> bool:
    """Tell whether the year was printed as the document's, and not counted."""
    return identity.fiscal_year is not None and " lines of " not in (identity.year.text or "")


def is_slip(printed: str, name: str) -> bool:
    """Tell whether a name is another with a slip: much alike, none a part of the other, nor short of a 市 or 区."""
    if printed in name or name in printed:
        return False
    if WORDS.levels.sub("", printed) == WORDS.levels.sub("", name):
        return False
    return find_region(printed) == find_region(name) and is_much_like(printed, name)


def labels_of_headings(
    prose: Texts[Prose], identity: Identity, organisations: Organisations, compared: Set[str] = frozenset()
) -> Iterator[Label]:
    """Yield the years and the organisations that headings name; titles of `compared` bear another year rightly."""
    headings = [(block.line, words) for block in prose.holding(HINT) if (words := _heading(block.text))]
    of_year = {YEAR.sub("", words) for _, words in headings if f"{identity.fiscal_year}年" in words}
    for line, words in headings:
        if fold(words) not in compared:
            yield from _year(line, words, identity, of_year)
        yield from _owner(line, words, identity, organisations)


def _heading(text: str) -> str:
    """Return a short line that can be a heading, without part and numbering; '' for others and the end of a title."""
    if len(text) > 2 * LONGEST:
        return ""
    words = squeeze(text).strip("#*-")
    if not words.endswith(WORDS.endings) or WORDS.goes_on.match(words):
        return ""
    words = NUMBERING.sub("", WORDS.part.sub("", words))
    return words if len(words) <= LONGEST else ""


def _year(line: int, words: str, identity: Identity, of_year: set[str]) -> Iterator[Label]:
    """The one year of a heading; beside the same heading for the document's year, another is a comparative's."""
    years, own = set(YEAR.findall(words)), str(identity.fiscal_year)
    kind = next((pattern for kind, pattern in WORDS.of_kind.items() if kind == identity.kind.value), None)
    if not is_sure_of_year(identity) or len(years) != 1 or kind is None:
        return
    if (
        kind.search(words)
        and not WORDS.other_years.search(words)
        and (years == {own} or YEAR.sub("", words) not in of_year)
    ):
        yield Label(line, 0, PROSE, "fiscal_year", words, years.pop(), own)


def _owner(line: int, words: str, identity: Identity, organisations: Organisations) -> Iterator[Label]:
    """The organisation a heading begins with, its year before or behind it, where it is the issuer or looks like it."""
    name = re.sub(f"^{years().in_front.pattern}", "", words)
    behind = WORDS.behind_name.search(name)
    name = name[: behind.start()] if behind else name
    issuer, region = OWN_LEVEL.sub("", organisations.as_found), find_region(name)
    if region is None or identity.region is None or len(name) == len(region.path):
        return
    if name == issuer:
        yield Label(line, 0, PROSE, "region", words, name, issuer)
    elif name in organisations.by_name:
        return
    elif region.code != identity.region.code and issuer == identity.region.path + name.removeprefix(region.path):
        yield Label(line, 0, PROSE, "region", words, name, issuer)
    elif is_slip(name, issuer):
        yield Label(line, 0, PROSE, "issuer", words, name, issuer)
