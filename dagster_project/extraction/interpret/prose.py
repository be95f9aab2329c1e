"""What prose states: amounts of money, and heads, posts and vehicles with the organisation they belong to."""

from __future__ import annotations

import re
from typing import NamedTuple

from dagster_project.extraction.interpret.organisations import Organisations
from dagster_project.extraction.meaning import Organisation
from dagster_project.extraction.model import Prose

COUNT = re.compile(
    r"(?P<label>(?P<kind>行政编制|事业编制|雇员编制|离休|退休|实有雇员|雇员|临聘人员|劳务派遣|实有车辆|车辆|在编)"
    r"(?:（[^（）]{1,8}）|\([^()]{1,8}\))?(?:人员|总数|数|人数|总人数){0,2})"
    r"\s*(?P<number>\d+)\s*(?P<unit>人|名|辆)"
)
KINDS = {
    "行政编制": "administrative_posts",
    "事业编制": "business_posts",
    "雇员编制": "employee_posts",
    "离休": "retired_veterans",
    "退休": "retired",
    "雇员": "employees",
    "实有雇员": "employees",
    "临聘人员": "temporary_staff",
    "劳务派遣": "dispatched",
    "车辆": "vehicles",
    "实有车辆": "vehicles",
}
HEADING = re.compile(
    r"\s*(?:\d+[.、]|[（(][一二三四五六七八九十]+[）)])?\s*"
    r"([\u4e00-\u9fff]{3,20}?(?:局|站|馆|中心|委|厅|本级|处))(?=行政|事业|系统|共)"
)


class Headcount(NamedTuple):
    """A number of heads, posts or vehicles stated in prose."""

    line: int
    start: int
    end: int
    organisation: Organisation | None
    printed: str | None
    kind: str
    label: str
    number: int


def headcounts(prose: list[Prose], places: Organisations) -> list[Headcount]:
    """Return all heads, posts and vehicles stated; staff follow the kind of post named before them in the line."""
    found: list[Headcount] = []
    for block in prose:
        if "人" not in block.text and "辆" not in block.text:
            continue
        place, printed = _organisation(block, places)
        posts = "administrative"
        for match in COUNT.finditer(block.text):
            kind = match["kind"]
            if kind in ("行政编制", "事业编制"):
                posts = "administrative" if kind == "行政编制" else "business"
            key = f"{posts}_staff" if kind == "在编" else KINDS[kind]
            if (kind.endswith("车辆")) != (match["unit"] == "辆"):
                continue
            found.append(Headcount(block.line, match.start("number"), match.end("number"), place, printed, key,
                                   match["label"], int(match["number"])))  # fmt: skip
    return found


def _organisation(block: Prose, places: Organisations) -> tuple[Organisation | None, str | None]:
    match = HEADING.match(block.text)
    if match and "系统" not in block.text[match.end() : match.end() + 2]:
        return places.resolve(match.group(1), block.line), match.group(1)
    return places.issuer, None
