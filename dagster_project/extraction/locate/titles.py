"""Read the titles of tables word by word: of what a statement is, of which money, listed by what; never by number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.folding import BRACKETS, QUOTES, fold, squeeze
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.statements import Said
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.vocabulary import By, Fund

WORDS = title_words()
TABLE_NUMBER, PREFIX = WORDS.number, WORDS.prefix
OWNER = re.compile(rf"^[\u4e00-\u9fff]{{2,26}}?{bodies().in_text}(?=.{{3,}}表)")
"""An organisation between a number or year and the title (一、2018年度某某高级人民法院收支预算总表)."""
NAME = rf"(?!{WORDS.no_owner.pattern})[\u4e00-\u9fff]{{1,30}}?"
OF_BODY = rf"{NAME}{bodies().in_text}"
"""The name of a body before a title; sought first, for a title may hold the words of a bureau's (某某市 | 财政局…)."""
OF_REGION = rf"{NAME}(?:{bodies().alone}|(?P<region>{WORDS.region})|(?={years().in_front.pattern}))"
"""The name of a body or a region before a title, or any words before its year."""
GAP = re.compile(r"\s{2,}")
"""Stands between a title and what is printed beside it on the line."""
TITLE = re.compile(
    rf"(?:{PREFIX.pattern})*(?:(?:{OF_BODY}|{OF_REGION})(?:{PREFIX.pattern})*)??(?P<words>{WORDS.title})"
)
DATED = re.compile(rf"(?P<owner>(?!{WORDS.no_owner.pattern})[\u4e00-\u9fff]*?){years().in_front.pattern}(?P<words>.+)")
"""A title behind a year, and the name before it."""
MOSTLY = re.compile(
    rf"(?!.*(?:[{punctuation().clauses}{punctuation().colons}]|{WORDS.pointer.pattern}))[\u4e00-\u9fff].{{2,38}}"
)
KNOWN = re.compile(WORDS.title)
KNOWN_PART = 3
"""A title is one also where one letter in so many stands in no known word."""
NUMBER_WIDTH = 12
CAPTION_WIDTH = 60


def is_long(line: str) -> bool:
    """Tell whether a line has more letters than a title; blanks that set it wide are none."""
    return len(line) > CAPTION_WIDTH and len(squeeze(line)) > CAPTION_WIDTH


class Saying(NamedTuple):
    """What a title says, None where it names nothing that a statement is of; and whether it says all that its words do.

    One that nobody knows may say more, and one that narrows what is spent or received may leave a part of it.
    """

    said: Said | None
    is_whole: bool


def said_by(line: str) -> Said | None:
    """Return what the title `line` says; None where it is none, or names nothing that a statement is of."""
    return saying(line).said


def is_known(line: str) -> bool:
    """Tell whether all words of a title are known; one that is not may name a fund, or a part of what the others do."""
    return _exact(line) is not None or saying(line).is_whole


@lru_cache(maxsize=4096)
def saying(line: str) -> Saying:
    """Return what a line says as a title."""
    if is_long(line) or not (WORDS.table in line or WORDS.listed.search(line)):
        return Saying(None, True)
    for part in (line, *_parts(line)):
        bare, inside = _bare(part)
        for title in _without_number(bare):
            if match := TITLE.fullmatch(title):
                said = _said(match["words"], inside, match["region"] is not None)
                return Saying(said, said is None or not _is_narrowed(match["words"], said))
        if said := _said_in_part(bare, inside):
            return Saying(said, False)
    return Saying(None, True)


@lru_cache(maxsize=4096)
def kind_of(line: str) -> str | None:
    """Return the statement kind whose title `line` is, or None."""
    exact = _exact(line)
    said = None if exact else said_by(line)
    return exact or (kind_said(said) if said else None)


def _exact(line: str) -> str | None:
    """Return the kind of which `line` is the whole title, or None."""
    if is_long(line):
        return None
    return next((kind for title in _without_number(_bare(line)[0]) if (kind := _kind_titled(title))), None)


@lru_cache(maxsize=1024)
def kind_said(said: Said) -> str | None:
    """Return the kind that states most of what is said of a statement, or None."""
    fitting = [(one.stated, kind.key) for kind in knowledge().kinds.values() for one in kind.says if one.fits(said)]
    return max(fitting, key=lambda found: found[0])[1] if fitting else None


def _is_narrowed(words: str, said: Said) -> bool:
    """Tell whether words narrow a statement of all of its money (机关使用经费支出表), and are not of its body."""
    own = WORDS.kinds_of_body.sub("", words)
    return said.subject in WORDS.of_all_money and WORDS.narrower.search(own) is not None


def _said_in_part(bare: str, inside: str) -> Said | None:
    """Return what a title says most of whose words are known: what stands before it, or 部门, shows that it is one."""
    *_, title = _without_number(bare)
    match = DATED.fullmatch(title)
    owner, words = match.group("owner", "words") if match else ("", title)
    is_begun = match is not None or title != bare or WORDS.of_bodies.match(words)
    if not (is_begun and MOSTLY.fullmatch(words)):
        return None
    known = sum(len(found[0]) for found in KNOWN.finditer(words))
    if KNOWN_PART * known < len(words) * (KNOWN_PART - 1):
        return None
    return _said(words, inside, re.search(f"{WORDS.region}$", owner) is not None)


def _parts(line: str) -> list[str]:
    parts = GAP.split(line.strip())
    return parts if len(parts) > 1 else []


def _bare(line: str) -> tuple[str, str]:
    """Return a line folded, without quotes and brackets; and what stands in them."""
    folded = QUOTES.sub("", fold(line))
    bare = BRACKETS.sub("", folded)
    return WORDS.behind.sub("", bare), "".join(BRACKETS.findall(folded))


def _without_number(title: str) -> Iterator[str]:
    """Yield a title as it is, and without a table number before it (表一一般公共预算… can be cut in two places)."""
    yield title
    if not (TABLE_NUMBER.match(title) or WORDS.annex.match(title)):
        return
    for end in range(2, min(len(title), NUMBER_WIDTH)):
        if TABLE_NUMBER.fullmatch(title, 0, end) or WORDS.annex.fullmatch(title, 0, end):
            yield title[end:]


def number_of(line: str) -> str:
    """Return the number of a table in front of its title, as printed; '' where there is none."""
    folded = fold(line)
    titles = [title for title in _without_number(folded) if len(title) < len(folded)]
    titled = [title for title in titles if kind_of(title)]
    return folded[: -len((titled or titles)[0])].rstrip(":") if titles else ""


def without_number(line: str) -> str:
    """Return a line without the number of a table or of a heading in front."""
    *_, shortest = _without_number(line)
    match = PREFIX.match(shortest)
    return shortest[match.end() :] if match else shortest


def words_of(title: str) -> str:
    """Return the title of a table, folded and with its years in digits, without the table's number."""
    number, _, words = title.partition(" ")
    return years().in_digits(fold(words if TABLE_NUMBER.fullmatch(fold(number)) else title))


def _kind_titled(title: str) -> str | None:
    while match := PREFIX.match(title):
        title = title[match.end() :]
    found = knowledge().titles.fullmatch(title)
    return found.lastgroup if found else None


def _said(words: str, inside: str, is_of_region: bool) -> Said | None:
    """Return what the words of a title say, and the words in its brackets where those are silent."""
    if not (words.endswith(WORDS.table) or WORDS.part.search(words) or WORDS.listed.search(inside)):
        return None
    subject = next((subject for subject, pattern in WORDS.subjects.items() if pattern.search(words)), None)
    if subject is None:
        return None
    if WORDS.government.search(words) or (is_of_region and not WORDS.of_bodies.search(words)):
        subject = "government"
    fund, fund_inside = fund_in(words), fund_in(inside)
    said = Said(
        subject=subject,
        fund=fund or fund_inside or Fund.ALL,
        by=by_in(words + inside),
        final=WORDS.final.search(words) is not None,
    )
    # 财政拨款支出预算表（一般公共预算）
    narrower = said.model_copy(update={"fund": fund_inside})
    is_told_inside = fund_inside is not None and not any(pattern.search(words) for pattern in WORDS.funds.values())
    return narrower if is_told_inside and kind_said(narrower) else said


def fund_in(words: str) -> Fund | None:
    """Return the fund that words name; appropriations where they name several; None where they name none."""
    funds = [fund for fund, pattern in WORDS.funds.items() if pattern.search(words)]
    if len(funds) == 1:
        return funds[0]
    return Fund.FISCAL_APPROPRIATION if funds or WORDS.appropriation.search(words) else None


def by_in(words: str) -> By | None:
    """Return the one classification that words name."""
    found = [by for by, pattern in WORDS.classifications.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else None
