"""Who issued a document: in its title, on its cover, beside a label, or in most of its forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dagster_project.extraction.folding import BRACKETS, fold, squeeze
from dagster_project.extraction.identify.evidence import Evidence
from dagster_project.extraction.identify.regions import seat_of
from dagster_project.extraction.identify.titles import titles
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.knowledge.organisations import organisation_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Prose

WORDS, ORGANISATIONS = identity_words(), organisation_words()
LONGEST_NAME = 30
COVER_LINES = 4
"""Lines before and behind the title among which the issuer's name stands alone."""
IN_FRONT = re.compile(f"^{years().in_front.pattern}")
DECORATION = "#*"
"""Markdown's signs around a title."""
OWN_LEVEL = re.compile(rf"\s*[（(]{ORGANISATIONS.own_level_name}[）)]")
NAME = rf"[\u4e00-\u9fff（）()]{{2,40}}?(?:本级[）)]?|{bodies().alone})"
ISSUER = re.compile(rf"{NAME}(?:[（(][\u4e00-\u9fff、]{{2,30}}[）)])?")


def issuer_of(title: Prose | None, prose: Sequence[Prose], located: Located) -> Evidence:
    """Return the issuer's name as printed; without a value where nothing names it."""
    return next(_found(title, prose, located), Evidence(None))


def issuer_on_cover(title: Prose, cover: Sequence[Prose]) -> Evidence:
    """Return the issuer's name in a title, or on the lines of its cover."""
    return next(_on_cover(title, cover), Evidence(None))


def _on_cover(title: Prose, cover: Sequence[Prose]) -> Iterator[Evidence]:
    place = cover.index(title)
    yield from _in_title(title, cover[max(place - 3, 0) : place])
    yield from _beside_label([line for line in cover if not WORDS.superior.match(line.text.strip())], WORDS.issuer_line)
    yield from _beside_label(cover, WORDS.issuer_line)
    yield from _alone(cover[max(place - COVER_LINES, 0) : place + COVER_LINES + 1])


def _found(title: Prose | None, prose: Sequence[Prose], located: Located) -> Iterator[Evidence]:
    place = prose.index(title) if title is not None else 0
    if title is not None:
        yield from _in_title(title, prose[max(place - 3, 0) : place])
    yield from _beside_label(prose, WORDS.issuer_line)
    # the first title may be the tab of a sheet, which names a statement and no issuer
    for other in titles(prose):
        if other is not title:
            yield from _in_title(other, [])
    if title is not None:
        yield from _alone(prose[max(place - COVER_LINES, 0) : place + COVER_LINES + 1])
    yield from _in_tables(located)
    yield from _beside_label(prose, WORDS.unit_line)


def _in_title(title: Prose, above: Sequence[Prose]) -> Iterator[Evidence]:
    """The issuer in the title, or broken over the lines of a cover before it: the whole name begins with its region."""
    found = None
    for start in range(len(above), -1, -1):
        lines = [*above[start:], title]
        words = _before_kind("".join(block.text.strip() for block in lines))
        if ISSUER.fullmatch(words) and len(words) <= LONGEST_NAME:
            found = found or Evidence(words, words if start < len(above) else title.text.strip(), lines[0].line)
            if seat_of(words):
                yield Evidence(words, found.text if start == len(above) else words, lines[0].line)
                return
    if found:
        yield found


def _before_kind(title: str) -> str:
    """Return the words of a title before its year and kind, a year in front and Markdown's signs left out."""
    words = squeeze(title).lstrip(DECORATION)
    words = BRACKETS.sub(lambda match: match.group() if ORGANISATIONS.own_level_name in match.group() else "", words)
    return WORDS.after_issuer.split(without_year(words))[0].rstrip(DECORATION)


def without_year(words: str) -> str:
    """Return the words of a title without the year in front."""
    return IN_FRONT.sub("", years().in_digits(words))


def _beside_label(prose: Sequence[Prose], label_and_name: re.Pattern[str]) -> Iterator[Evidence]:
    for number, block in enumerate(prose):
        match = label_and_name.search(block.text)
        if match is None:
            continue
        words = match.group(1).strip()
        below = prose[number + 1].text.strip() if number + 1 < len(prose) else ""
        label = match.group()[: -len(match.group(1))]
        for shown in (*_cut(words), words, words + below):
            if ISSUER.fullmatch(squeeze(shown)):
                yield Evidence(squeeze(shown), (label + shown).strip(), block.line)
                return


def _cut(words: str) -> Iterator[str]:
    """Yield the beginnings of `words` up to what may be the next label, with the 本级 that stands behind a space."""
    for match in WORDS.next_label.finditer(words):
        own_level = OWN_LEVEL.match(words, match.start())
        if own_level:
            yield words[: own_level.end()]
        yield words[: match.start()]


def _alone(lines: Sequence[Prose]) -> Iterator[Evidence]:
    """The name of a body that a line of the cover holds and nothing else; it begins with its region."""
    for block in lines:
        name = without_year(squeeze(block.text).strip(DECORATION))
        if ISSUER.fullmatch(name) and len(name) <= LONGEST_NAME and seat_of(name):
            yield Evidence(name, block.text.strip(), block.line)


def _in_tables(located: Located) -> Iterator[Evidence]:
    names: Counter[str] = Counter()
    lines: dict[str, int] = {}
    for table in located.tables:
        for row in table.rows[:6]:
            for label, value in zip(row.cells, row.cells[1:], strict=False):
                if WORDS.issuer_cell.fullmatch(fold(label)) and ISSUER.fullmatch(squeeze(value)):
                    names[squeeze(value)] += 1
                    lines.setdefault(squeeze(value), row.line)
    if names:
        name = names.most_common(1)[0][0]
        yield Evidence(name, name, lines[name])
