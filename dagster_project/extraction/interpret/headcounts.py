"""Heads, posts and vehicles stated in prose, with the organisation they belong to."""

from __future__ import annotations

import re
from typing import NamedTuple

from dagster_project.extraction.interpret.organisations import Organisations
from dagster_project.extraction.meaning import Organisation
from dagster_project.extraction.model import Prose
from dagster_project.extraction.text import squeeze

COUNT = re.compile(
    r"(?P<label>(?P<kind>行政编制|事业编制|雇员编制|离休|退休|实有雇员|雇员|临聘人员|劳务派遣|实有车辆|车辆|在编|"
    r"一般公务用车|(?:一般)?执法执勤用车|特种专业技术用车|其他用车)"
    r"(?:（[^（）]{1,8}）|\([^()]{1,8}\))?(?:人员|总数|数|人数|总人数){0,2})"
    r"\s*(?P<number>\d{1,7})(?!\d)\s*(?P<unit>人|名|辆)"
)
COUNTED = re.compile(r"\d\s*[人名辆]")
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
    "一般公务用车": "official_vehicles",
    "执法执勤用车": "enforcement_vehicles",
    "一般执法执勤用车": "enforcement_vehicles",
    "特种专业技术用车": "special_vehicles",
    "其他用车": "other_vehicles",
}
PLANNED = re.compile(r"购置|新增")
ENDS = "。；;：:，,"
PLACE = re.compile(r"([\u4e00-\u9fff]{3,25}?(?:局|站|馆|中心|委|厅)(?:局?本级)?)(?=行政编制|事业编制|系统)")


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
    for above, block in zip([None, *prose], prose, strict=False):
        if not COUNTED.search(block.text):
            continue
        matches = [match for match in COUNT.finditer(block.text) if not _is_plan(block.text, match.start())]
        if not matches:
            continue
        place, printed = _organisation(above, block, places)
        posts = "administrative"
        for match in matches:
            kind = match["kind"]
            if kind in ("行政编制", "事业编制"):
                posts = "administrative" if kind == "行政编制" else "business"
            key = f"{posts}_staff" if kind == "在编" else KINDS[kind]
            if key.endswith("vehicles") == (match["unit"] == "辆"):
                span = match.start("number"), match.end("number")
                number = int(match["number"])
                found.append(Headcount(block.line, *span, place, printed, key, match["label"], number))
    return found


def _is_plan(text: str, start: int) -> bool:
    """What is to be bought is no stock."""
    return PLANNED.search(text, text.rfind("。", 0, start) + 1, start) is not None


def _organisation(above: Prose | None, block: Prose, places: Organisations) -> tuple[Organisation | None, str | None]:
    """The organisation named before the first post; a sentence may begin on the line, or the page, above."""
    text = squeeze(block.text)
    if above is not None and above.text[-1] not in ENDS and re.search("[，。]", above.text):
        text = squeeze(re.split("[。，]", above.text)[-1]) + text
    match = PLACE.search(text)
    if match and not match.group(1).startswith(("我", "本")):
        return places.resolve(match.group(1), block.line), match.group(1)
    return places.issuer, None
