"""Charts as SVG that needs no program to be seen: Vega-Lite drawn when the site is made, its data beside it.

Room for labels is counted from their letters, so that a chart looks the same whatever fonts the machine has.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple
from unicodedata import east_asian_width

import altair
import vl_convert
from markupsafe import Markup

FONT = "system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif"
COLOURS = ["#1d4f91", "#c2752b", "#2f7d6b", "#8a4f9e", "#8b95a1", "#b23a48"]
"""Told apart by eyes that do not see red and green as different, and in print by their lightness."""
WIDTH, BAR, GAP = 430, 15, 9
LETTER, LONGEST = 6.6, 34
"""Pixels to half a Chinese letter, and how many halves of a label are shown."""
TEN_THOUSAND = 10_000
FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")


class Bar(NamedTuple):
    """One bar, or one part of a bar: what it is of, of which series, and how many yuan."""

    label: str
    series: str
    amount_cny: Decimal


class Chart(NamedTuple):
    """A chart: as a picture, as Vega-Lite, and as a table for spreadsheets."""

    name: str
    svg: str
    spec: str
    csv: str

    @property
    def picture(self) -> Markup:
        """The picture as a part of a page: Vega has escaped the words in it."""
        return Markup(self.svg)


def chart(name: str, bars: Sequence[Bar], amount_title: str, *, is_stacked: bool = False) -> Chart:
    """Draw bars by label, the series beside one another or end to end, in the order in which they come."""
    bars = list(_told_apart(bars))
    labels = list(dict.fromkeys(bar.label for bar in bars))
    series = list(dict.fromkeys(bar.series for bar in bars))
    shown = {label: _short(label, labels) for label in labels}
    data: list[dict[str, Any]] = [
        {"label": shown[bar.label], "series": bar.series, "amount": float(bar.amount_cny / TEN_THOUSAND)}
        for bar in bars
    ]
    encoding = _axes(list(shown.values()), amount_title) | {"color": _colour(series)}
    lanes = 1 if is_stacked else len(series)
    if is_stacked:
        encoding["order"] = altair.Order("rank:Q")
        data = [row | {"rank": series.index(row["series"])} for row in data]
    elif len(series) > 1:
        encoding["yOffset"] = altair.YOffset("series:N", sort=series)
    # InlineData would move the values away from the chart
    inline = altair.Data(values=data)  # type: ignore[no-untyped-call]
    drawn = (
        altair.Chart(inline, width=WIDTH, height=len(labels) * (lanes * BAR + GAP))
        .mark_bar(aria=False)
        .encode(**encoding)
        .configure(font=FONT, aria=False, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(gridColor="#8b95a133", labelFontSize=12, titleFontWeight="normal", titleFontSize=12)
        .configure_legend(labelFontSize=12)
    )
    # what is built here is valid, and finding that out each time takes a fifth of drawing it
    spec = drawn.to_dict(validate=False)
    return Chart(name, _svg(spec), json.dumps(spec, ensure_ascii=False, indent=1), _csv(bars))


def _axes(labels: Sequence[str], amount_title: str) -> dict[str, Any]:
    """Return how labels stand from top to bottom, beside them as much room as the longest takes, and amounts across."""
    room = LETTER * max(map(_halves, labels)) + 8
    beside = altair.Axis(labelLimit=0, minExtent=room, maxExtent=room, ticks=False, domain=False, labelPadding=6)
    below = altair.Axis(tickCount=5, format=",~f", domain=False, labelOverlap="greedy", labelSeparation=8)
    return {
        "y": altair.Y("label:N", sort=list(labels), title=None, axis=beside),
        "x": altair.X("amount:Q", title=amount_title, axis=below),
    }


def _colour(series: Sequence[str]) -> altair.Color:
    """Return a colour for each series, told by a legend where there are several."""
    colours = [COLOURS[at % len(COLOURS)] for at in range(len(series))]
    legend = altair.Legend(title=None, orient="top", labelLimit=0, columnPadding=24) if len(series) > 1 else None
    scale = altair.Scale(domain=list(series), range=colours)
    return altair.Color("series:N", sort=list(series), scale=scale, legend=legend)


def _told_apart(bars: Sequence[Bar]) -> Iterator[Bar]:
    """Yield the bars, with a number behind a label that stands there again: one bar must not be two sums."""
    times: Counter[tuple[str, str]] = Counter()
    for bar in bars:
        times[bar[:2]] += 1
        yield bar if times[bar[:2]] == 1 else bar._replace(label=f"{bar.label} ({times[bar[:2]]})")


def _svg(spec: dict[str, Any]) -> str:
    """Return the picture, its letters in the colour of the page around it."""
    drawn = vl_convert.vegalite_to_svg(spec)
    return re.sub(r'fill="#(000|333)"', 'fill="currentColor"', drawn)


def _short(label: str, labels: Sequence[str]) -> str:
    """Return a label that fits; where two would look alike, with its number."""
    cut = {each: _cut(each) for each in labels}
    if list(cut.values()).count(cut[label]) == 1:
        return cut[label]
    return f"{labels.index(label) + 1} {cut[label]}"


def _cut(label: str) -> str:
    if _halves(label) <= LONGEST:
        return label
    kept = label
    while _halves(kept) > LONGEST - 1:
        kept = kept[:-1]
    return f"{kept}…"


def _halves(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def _csv(bars: Sequence[Bar]) -> str:
    """Return the bars as spreadsheets open them; a label that would be taken for a formula has a ' before it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("label", "series", "amount_cny"))
    for bar in bars:
        harmless = [f"'{text}" if FORMULA.match(text) else text for text in (bar.label, bar.series)]
        writer.writerow((*harmless, bar.amount_cny))
    return "\ufeff" + written.getvalue()
