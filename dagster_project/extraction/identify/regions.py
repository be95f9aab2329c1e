"""Regions of the whole country: the region that an organisation's name begins with, or that stands in it.

A name of former years is found in the lists of its time. Where one name has had two codes, the year decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dagster_project.extraction.identify.region_lists import Region, regions
from dagster_project.extraction.knowledge.regions import region_words

__all__ = ["Region", "find_region", "is_region", "region_of", "seat_of", "short_region", "without_province"]

WORDS = region_words()
CENTRE = Region(WORDS.centre.code, WORDS.centre.name, WORDS.centre.name)


@lru_cache(maxsize=1024)
def find_region(organisation: str, year: int | None = None) -> Region | None:
    """Return the lowest region that `organisation` begins with; None where there is none, or where two share a name."""
    return _walk(organisation, year)[0]


def _walk(organisation: str, year: int | None) -> tuple[Region | None, str]:
    """Return the lowest region that a name begins with, and what follows it."""
    found: Region | None = None
    rest = organisation
    while rest:
        options = next(filter(None, (_named(rest[:size], found, year) for size in range(_longest(), 1, -1))), [])
        if len(options) != 1:
            break
        found = options[0]
        rest = rest[len(found.name) :]
    return found, rest


@lru_cache(maxsize=1024)
def seat_of(organisation: str, year: int | None = None) -> Region | None:
    """Return the region in the name of a body: at its beginning, behind its party, or the centre for a body of it."""
    found = _seat(organisation, year)[0]
    if found is None and WORDS.of_the_centre.match(organisation):
        return CENTRE
    return found


@lru_cache(maxsize=1024)
def length_without_seat(organisation: str) -> int:
    """Return how long the name of a body is without the names of the regions in it, which can have 24 characters."""
    found, rest = _seat(organisation, None)
    return len(rest) if found is not None else len(organisation)


def _seat(organisation: str, year: int | None) -> tuple[Region | None, str]:
    """Return the region that a name begins with or has behind its party, and what follows it."""
    found = _walk(organisation, year)
    if found[0] is None and WORDS.before_region.match(organisation):
        # the shortest names of regions are words of other names too
        starts = range(2, min(WORDS.longest_before_region, len(organisation) - 2))
        behind = (_walk(organisation[start:], year) for start in starts)
        return next((each for each in behind if each[0] and len(each[0].path) > 2), found)
    return found


@lru_cache(maxsize=1024)
def short_region(organisation: str) -> Region | None:
    """Return the province or city that a name begins with by its short name (上海钻石交易所)."""
    for size in (4, 3, 2):
        named = _short().get(organisation[:size], ())
        if len(named) == 1 and not WORDS.no_region.match(organisation[size:]):
            return named[0]
    return None


def without_province(organisation: str) -> str:
    """Return the name of a body below a province without the province's (广东省深圳市龙岗区…)."""
    region = find_region(organisation)
    province = region_of(f"{region.code[:2]}0000") if region else None
    if region is None or province is None or region.path.startswith(province.name):
        return organisation
    below = organisation.removeprefix(province.name)
    return below if below.startswith(region.path) else organisation


def region_of(code: str) -> Region | None:
    """Return the region with a six-digit code; None where there is none."""
    return CENTRE if code == CENTRE.code else _by_code().get(code)


def is_region(name: str) -> bool:
    """Tell whether a province, city, district or county bears this name, or has borne it."""
    return name in regions()


def _named(name: str, above: Region | None, year: int | None) -> Sequence[Region]:
    """Return the regions of that name below `above`: today's, but where they are too young for `year` the former."""
    if name not in regions():
        return ()
    present, former = ([each for each in named if above is None or _within(each, above)] for named in regions()[name])
    old_enough = [region for region in present if year is None or WORDS.since.get(region.code, 0) <= year]
    return (old_enough or former or present) if former else present


def _within(region: Region, above: Region) -> bool:
    part = above.code.removesuffix("00").removesuffix("00")
    return region.code != above.code and region.code.startswith(part)


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, regions()))


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for named in regions().values():
        for region in (*named.present, *named.former):
            found.setdefault(region.code, region)
    return found


@lru_cache(maxsize=1)
def _short() -> dict[str, list[Region]]:
    found: dict[str, list[Region]] = {}
    for named in regions().values():
        for region in named.present:
            if region.code.endswith("00"):
                found.setdefault(WORDS.of_the_name.sub("", region.name), []).append(region)
    return found
