"""The page of a body: its money by class, use and phase, “三公”, its largest projects, its findings, with charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from dagster_project.extraction.vocabulary import PHASES
from dagster_project.languages import Words
from dagster_project.site import addresses
from dagster_project.site.catalogue import Body
from dagster_project.site.charts import Bar, Chart, chart
from dagster_project.site.figures import Row, by_period, figures, total
from dagster_project.site.making import Making
from dagster_project.site.pages import Pages
from dagster_project.site.words import words_in

USES = ("basic", "project", "reserve")
THREE_PUBLIC = ("abroad", "reception", "vehicle_purchase", "vehicle_operation")
PERIODS = 5
"""The latest years and phases that a chart holds; tables hold all."""
Period = tuple[int | None, str | None]


class BodyPages(Making[Body]):
    """Makes the pages of bodies."""

    def make(self, body: Body) -> None:
        """Make the pages of a body."""
        with self.opened() as connection:
            rows = figures(connection, [body.body_id])[body.body_id]
        self.pack(addresses.body(body.body_id), body_files(self.pages, body, rows))


def body_files(pages: Pages, body: Body, rows: Mapping[str, list[Row]]) -> dict[str, bytes]:
    """Return the pages of a body and the data of its charts, by address; `rows` are those of `figures`."""
    folder = addresses.body(body.body_id)
    drawn = {language: _charts(rows, words_in(language)) for language in addresses.LANGUAGES}
    periods = sorted({(row["fiscal_year"], row["phase"]) for row in rows["classes"]}, key=_in_time)
    content = {
        "body": body,
        "folder": folder,
        "rows": rows,
        "units": pages.catalogue.units_of[body.body_id],
        "documents_here": pages.catalogue.documents_of[body.body_id],
        "other_names": [name for name in (body.names or "").split() if name != body.name],
        "classes": _classes(rows["classes"]),
        "periods": periods,
        "class_sums": {period: total([row for row in rows["classes"] if _period(row) == period]) for period in periods},
        "parts_of_three": THREE_PUBLIC,
        "placed": lambda row, phase: row | {"ledger_id": row[f"{phase}_ledger_id"]},
        "rate": lambda value: "—" if value is None else f"{100 * value:.1f}%",
    }
    files = pages.both("body", f"{folder}/index.html", lambda language: content | {"charts": drawn[language]})
    for language, charts in drawn.items():
        for each in charts.values():
            files[addresses.page(language, f"{folder}/{each.name}.csv")] = each.csv.encode()
            files[addresses.page(language, f"{folder}/{each.name}.vl.json")] = each.spec.encode()
    return files


def _classes(rows: Sequence[Row]) -> dict[tuple[Any, Any], dict[Period, Row]]:
    named = [row | {"class": (row["class_code"], row["class_name"])} for row in rows]
    return by_period(named, "class")


def _charts(rows: Mapping[str, list[Row]], words: Words) -> dict[str, Chart]:
    bars = {
        "use": list(_use(_latest(rows["totals"]), words)),
        "classes": list(_by_class(_latest(rows["classes"]), words)),
        "execution": list(_execution(rows["execution"], words)),
        "three_public": list(_three_public(_latest(rows["three_public"]), words)),
        "projects": list(_projects(rows["projects"], words)),
    }
    return {
        name: chart(name, found, words.unit, is_stacked=name == "use")
        for name, found in bars.items()
        if len([bar for bar in found if bar.amount_cny]) > 1
    }


def _use(rows: Sequence[Row], words: Words) -> Iterator[Bar]:
    for row in rows:
        for use in USES:
            if row[f"{use}_cny"]:
                yield Bar(_named(row, words), getattr(words, use), row[f"{use}_cny"])


def _by_class(rows: Sequence[Row], words: Words) -> Iterator[Bar]:
    by_class = _classes(rows)
    for (code, name), found in sorted(by_class.items(), key=lambda item: -max(_amounts(item[1]))):
        for row in sorted(found.values(), key=lambda row: _in_time(_period(row))):
            if row["amount_cny"] is not None:
                label = " ".join(filter(None, (code, name))) or words.no_class
                yield Bar(label, _named(row, words), row["amount_cny"])


def _execution(rows: Sequence[Row], words: Words) -> Iterator[Bar]:
    for row in rows[-PERIODS:]:
        parts = (row["fiscal_year"] or words.no_year, words("subject", row["subject"]), words("fund", row["fund"]))
        label = " ".join(str(part) for part in parts if part)
        for phase in PHASES:
            if row[f"{phase}_cny"] is not None:
                yield Bar(label, words("phase", phase), row[f"{phase}_cny"])


def _three_public(rows: Sequence[Row], words: Words) -> Iterator[Bar]:
    for part in THREE_PUBLIC:
        for row in rows:
            if row[f"{part}_cny"] is not None:
                yield Bar(words("three_public", part), _named(row, words), row[f"{part}_cny"])


def _projects(rows: Sequence[Row], words: Words) -> Iterator[Bar]:
    for row in rows:
        yield Bar(row["project_name"] or row["project_code"] or words.none, words.amount, row["amount_cny"])


def _latest(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of the latest years and phases, oldest first."""
    kept = sorted({_period(row) for row in rows}, key=_in_time)[-PERIODS:]
    return sorted((row for row in rows if _period(row) in kept), key=lambda row: _in_time(_period(row)))


def _named(row: Row, words: Words) -> str:
    return f"{row['fiscal_year'] or words.no_year} {words('phase', row['phase'])}".rstrip()


def _period(row: Row) -> Period:
    return row["fiscal_year"], row["phase"]


def _in_time(period: Period) -> tuple[int, int]:
    year, phase = period
    return year or 0, next((at for at, each in enumerate(PHASES) if each == phase), -1)


def _amounts(found: Mapping[Any, Row]) -> list[Decimal]:
    return [row["amount_cny"] or Decimal(0) for row in found.values()]
