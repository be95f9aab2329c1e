"""Heads, posts, equipment and vehicles stated in prose, with their organisation and the date they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.headcounts import headcount_words
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.meaning import Organisation

WORDS = headcount_words()
ENDS = punctuation().clauses + punctuation().colons
OPENING, CLOSING = re.compile("[（(]"), re.compile("[）)]")
PLACE = re.compile(
    rf"([\u4e00-\u9fff]{{3,25}}?{bodies().in_text}(?:局?本级)?)"
    rf"(?={WORDS.behind_body.pattern})"
)


class Headcount(NamedTuple):
    """A number stated in prose; `as_of` is the date before it, as far as printed, `threshold` a unit value in 万元,
    `brackets` how many stand open before it."""

    line: int
    start: int
    end: int
    organisation: Organisation | None
    printed: str | None
    kind: str
    label: str
    number: int
    as_of: str | None
    threshold: int | None
    brackets: int


@cache
def _counts() -> re.Pattern[str]:
    """Return the pattern of a figure behind the words of its kind; a group for each kind would be sought slowly."""
    kinds = "|".join(words for _, words in knowledge().heads.kinds.values())
    units = "".join(WORDS.measures.values())
    return re.compile(
        rf"(?P<label>(?P<kind>{kinds}){WORDS.counting.pattern})(?:{WORDS.verb.pattern})?"
        rf"\s*(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}})(?![\d,])\s*(?P<unit>[{units}])"
        rf"(?!{WORDS.bought.pattern})"
    )


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(words) for kind, (_, words) in knowledge().heads.kinds.items()}


def headcounts(prose: Texts[Prose], organisations: Organisations) -> list[Headcount]:
    """Return all that is stated of these; staff follow the kind of post named before them in the line."""
    found: list[Headcount] = []
    for index in prose.indices(WORDS.hint):
        block = prose[index]
        if not WORDS.hint.search(block.text):
            continue
        matches = [match for match in _counts().finditer(block.text) if not _is_plan(block.text, match.start())]
        if matches:
            place, printed = _organisation(prose[index - 1] if index else None, block, organisations)
            found += _heads(block, matches, place, printed)
    return found


def _heads(
    block: Prose, matches: list[re.Match[str]], place: Organisation | None, printed: str | None
) -> Iterator[Headcount]:
    posts = ""
    for match in matches:
        words = next(kind for kind, words in _kinds().items() if words.fullmatch(block.text, *match.span("kind")))
        group, _ = knowledge().heads.kinds[words]
        if group == "posts":
            posts = words.removesuffix("posts")
        kind = f"{posts}staff" if words == "staff_of_posts" else words
        if match["unit"] in WORDS.measures[group]:
            span = match.start("number"), match.end("number")
            as_of, number = _date(block.text[: match.start()]), int(match["number"].replace(",", ""))
            threshold = WORDS.threshold.search(match["kind"])
            value = int(threshold[0]) if threshold else None
            depth = _brackets(block.text[: match.start()])
            yield Headcount(block.line, *span, place, printed, kind, match["label"], number, as_of, value, depth)


def _brackets(before: str) -> int:
    """Count the brackets that stand open at the end: 事业编制20名（其中参公编制5名）."""
    return len(OPENING.findall(before)) - len(CLOSING.findall(before))


def _date(text: str) -> str | None:
    """Return the last date printed in `text`, as far as it is printed: 2020, 2020-12 or 2020-12-31."""
    dates = WORDS.date.findall(text)
    return "-".join(part.zfill(2) for part in dates[-1] if part) if dates else None


def _is_plan(text: str, start: int) -> bool:
    """What is to be bought is no stock."""
    words = knowledge().heads
    begin = text.rfind("。", 0, start) + 1
    begin = max((heading.end() for heading in words.heading.finditer(text, begin, start)), default=begin)
    return words.planned.search(text, begin, start) is not None


def _organisation(
    above: Prose | None, block: Prose, organisations: Organisations
) -> tuple[Organisation | None, str | None]:
    """The organisation named before the first post; a sentence may begin on the line, or the page, above."""
    text = squeeze(block.text)
    if above is not None and above.text[-1] not in ENDS and re.search("[，。]", above.text):
        text = squeeze(re.split("[。，]", above.text)[-1]) + text
    match = PLACE.search(text)
    if match and not match.group(1).startswith(WORDS.own):
        return organisations.resolve(match.group(1), block.line), match.group(1)
    return organisations.issuer, None
