"""Who issued a document: in its title, on its cover, beside a label, or in most of its forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from dagster_project.extraction.folding import BRACKETS, fold, squeeze
from dagster_project.extraction.identify.evidence import Evidence
from dagster_project.extraction.identify.regions import length_without_seat, seat_of
from dagster_project.extraction.identify.titles import titles
from dagster_project.extraction.knowledge.bodies import LETTER, bodies
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.knowledge.organisations import organisation_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Prose

WORDS, ORGANISATIONS = identity_words(), organisation_words()
LONGEST_NAME = 30
"""Characters of a body's name, those of its region not counted."""
COVER_LINES = 4
"""Lines before and behind the title among which the issuer's name stands alone."""
SPACED = re.compile(rf"^{LETTER}(?:[ \u3000]{LETTER}){{3,}}(?![^\s])")
"""A name with a blank between all of its letters."""
IN_FRONT = re.compile(f"^{years().in_front.pattern}")
DECORATION = "#*《》【】—–－-_·:：|"
"""Signs around a title, or between its parts."""
OWN_LEVEL = re.compile(rf"\s*[（(]{ORGANISATIONS.own_level_name}[）)]")
NAME = rf"(?:{LETTER}|[（）()]){{2,60}}?(?:本级[）)]?|{bodies().alone})"
ISSUER = re.compile(rf"{NAME}(?:[（(][\u4e00-\u9fff、]{{2,30}}[）)])?")
DASH = re.compile("[—–－-]+")
COLON = re.compile(f"[{punctuation().colons}]")
OF_A_BODY = re.compile(WORDS.of_a_body)
REST_OF_NAME = re.compile(f"{LETTER}{{3,20}}")


IsName = Callable[[str], bool]
"""Tells whether words are the name of a body."""


def _ends_as_a_body(words: str) -> bool:
    """Tell whether words end as the names of bodies do; 本级 of a region is none."""
    rest = length_without_seat(words)
    is_region = words[len(words) - rest :] == ORGANISATIONS.own_level_name
    return ISSUER.fullmatch(words) is not None and rest <= LONGEST_NAME and not is_region


def _begins_with_its_region(words: str) -> bool:
    """Tell whether words begin with a region and may go on as the name of a body; where one is to stand, they are one.

    Nobody can list how all names end (某县少年宫, 某县公路管理段).
    """
    rest = len(words) - length_without_seat(words)
    return rest > 0 and REST_OF_NAME.fullmatch(words[rest:]) is not None and not WORDS.no_body.search(words[rest:])


def _may_be_a_body(words: str) -> bool:
    """Tell whether words may be a name, of which neither the region nor the end is known (东港海关)."""
    return REST_OF_NAME.fullmatch(words) is not None and not seat_of(words) and not WORDS.no_body.search(words)


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
    cover: Sequence[Prose] = ()
    if title is not None:
        place = prose.index(title)
        cover = prose[max(place - COVER_LINES, 0) : place + COVER_LINES + 1]
        yield from _in_title(title, prose[max(place - 3, 0) : place])
        yield from _in_title(title, prose[max(place - 3, 0) : place], _begins_with_its_region, is_of_a_body=True)
    for is_name in (_ends_as_a_body, _begins_with_its_region):
        beside_label = list(_beside_label(prose, WORDS.issuer_line, is_name))
        if any(ORGANISATIONS.compiler.search(found.value or "") for found in beside_label):
            # an office of finance compiles the tables of others, too
            yield from _alone(cover, is_name)
        yield from beside_label
        # the first title may be the tab of a sheet, which names a statement and no issuer
        for other in titles(prose):
            yield from _in_title(other, [], is_name)
        yield from _alone(cover, is_name)
    yield from _in_tables(located)
    yield from _beside_label(prose, WORDS.unit_line)
    if title is not None:
        yield from _in_title(title, [], _may_be_a_body, is_of_a_body=True)
    yield from _alone(cover, is_seated=False)


def _in_title(
    title: Prose, above: Sequence[Prose], is_name: IsName = _ends_as_a_body, is_of_a_body: bool = False
) -> Iterator[Evidence]:
    """The issuer in the title, or broken over the lines of a cover before it: the whole name begins with its region.

    With `is_of_a_body` only in the title of a body's disclosure as a whole (部门预算, 单位决算).
    """
    found = None
    for start in range(len(above), -1, -1):
        lines = [*above[start:], title]
        title_as_printed = "".join(block.text.strip() for block in lines)
        words = next(filter(is_name, _names_in(title_as_printed)), None)
        if words is not None and (not is_of_a_body or OF_A_BODY.search(squeeze(title_as_printed))):
            found = found or Evidence(words, words if start < len(above) else title.text.strip(), lines[0].line)
            if seat_of(words):
                yield Evidence(words, found.text if start == len(above) else words, lines[0].line)
                return
    if found:
        yield found


def _names_in(title: str) -> Iterator[str]:
    """Yield what may be the issuer's name in a title: before its year and kind, behind these, behind a dash."""
    before = _before_kind(title)
    below = WORDS.below_another.sub("", before)
    if below != before and seat_of(below):
        yield below
    yield before
    yield _behind_kind(title)
    yield from DASH.split(squeeze(title).rstrip(DECORATION))[1:][-1:]


def _before_kind(title: str) -> str:
    """Return the words of a title before its year and kind, without signs and what may stand before a name."""
    words = _without_code(WORDS.before_issuer.sub("", squeeze(title).lstrip(DECORATION)))
    words = BRACKETS.sub(lambda match: match.group() if ORGANISATIONS.own_level.search(match.group()) else "", words)
    return WORDS.after_issuer.split(without_year(words))[0].rstrip(DECORATION)


def _behind_kind(title: str) -> str:
    """Return the words of a title behind its year and kind; none where it begins otherwise."""
    words = squeeze(title).lstrip(DECORATION)
    found = OF_A_BODY.match(words)
    return words[found.end() :].strip(DECORATION) if found else ""


def _without_code(words: str) -> str:
    return WORDS.code_in_front.sub("", words)


def without_year(words: str) -> str:
    """Return the words of a title without the year in front."""
    return IN_FRONT.sub("", years().in_digits(words))


def _beside_label(
    prose: Sequence[Prose], label_and_name: re.Pattern[str], is_name: IsName = _ends_as_a_body
) -> Iterator[Evidence]:
    for number, block in enumerate(prose):
        match = label_and_name.search(block.text)
        if match is None:
            continue
        words = SPACED.sub(lambda found: squeeze(found.group()), match.group(1).strip())
        below = prose[number + 1].text.strip() if number + 1 < len(prose) else ""
        label = match.group()[: -len(match.group(1))]
        for shown in (*_cut(words), words, words + below):
            name = _without_code(squeeze(shown))
            if is_name(name):
                yield Evidence(name, (label + shown).strip(), block.line)
                return


def _cut(words: str) -> Iterator[str]:
    """Yield the beginnings of `words` up to what may be the next label, with the 本级 that stands behind a space.

    Before a colon there is a label: of one that nobody knows, any letter behind a name may be the first.
    """
    for match in WORDS.next_label.finditer(words):
        own_level = OWN_LEVEL.match(words, match.start())
        if own_level:
            yield words[: own_level.end()]
        yield words[: match.start()]
    label = COLON.search(words)
    for end in range(label.start() - 1, 0, -1) if label else ():
        if ISSUER.fullmatch(squeeze(words[:end])):
            yield words[:end]


def _alone(lines: Sequence[Prose], is_name: IsName = _ends_as_a_body, *, is_seated: bool = True) -> Iterator[Evidence]:
    """The name of a body that a line of the cover holds and nothing else, or two lines: it begins with its region.

    Not `is_seated`: on one line, with no region before it, nor a colon behind it as of one who is written to.
    """
    for block, below in zip_longest(lines, lines[1:]):
        name = _without_code(without_year(_bare(squeeze(block.text).strip(DECORATION))))
        if is_name(name) and (seat_of(name) or not (is_seated or COLON.search(block.text))):
            yield Evidence(name, block.text.strip(), block.line)
        elif below is not None and seat_of(name) and _ends_as_a_body(name + squeeze(below.text)):
            yield Evidence(name + squeeze(below.text), block.text.strip() + below.text.strip(), block.line)


def _bare(words: str) -> str:
    """Return words without the brackets around all of them."""
    return words[1:-1] if BRACKETS.fullmatch(words) else words


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
