"""`yusuan assess`: how far the reading of a folder can be trusted, before anything is published."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dagster_project.commands.frame import DEFECT, InLanguage, console, refuse_no_page, told
from dagster_project.commands.words import words_in
from dagster_project.errors import UsageError
from dagster_project.languages import Language

if TYPE_CHECKING:
    from dagster_project.assessment import Assessment

EXAMPLE = "yusuan assess ~/new-documents --html assessment.html"
OWN_WORDS = {"current_release": "assessment"}
"""What a step is called here that is called otherwise in a run: nothing is published."""


Folder = Annotated[Path, typer.Argument(help="The folder of documents.", show_default=False)]
Quick = Annotated[
    bool,
    typer.Option("--quick", help="Read the documents only, and build no warehouse: printed totals are not looked at."),
]


def _file(option: str, meaning: str) -> Any:
    return typer.Option(option, metavar="OUT", help=meaning, show_default=False)


HtmlFile = Annotated[
    Path | None,
    _file(
        "--html", "Also write one HTML file: verdict, every document, and the worst tables over the page as printed."
    ),
]
CsvFile = Annotated[Path | None, _file("--csv", "Also write a row per document.")]
JsonFile = Annotated[Path | None, _file("--json", "Also write everything: in all, by document, worst tables.")]
Worst = Annotated[int, typer.Option("--worst", min=0, help="How many of the worst tables to show.")]


def assess(
    folder: Folder,
    quick: Quick = False,
    html: HtmlFile = None,
    csv: CsvFile = None,
    json: JsonFile = None,
    worst: Worst = 10,
    language: InLanguage = None,
) -> None:
    """Try a folder of documents before trusting it: what is read of it, what is not, and what contradicts itself.

    The folder and your data folder stay as they are: all is made in a folder of its own, and dropped. Each document is
    sound, wants a look first, or is not sound, with the reason: numbers that were not used, tables of no known kind,
    sums that do not hold as read, rows that miss the printed total, digits that a second count finds and the reading
    lost. What the documents themselves get wrong is no reason: `yusuan findings` tells that after a run.

    Without the warehouse, in a fraction of the time:  yusuan assess ~/new-documents --quick
    """
    language = language or Language.EN
    outputs = [out for out in (html, csv, json) if out is not None]
    _refuse(folder, outputs)
    if html is not None:
        refuse_no_page(html)
    from dagster_project.assessment import assess_folder, write_csv, write_json, write_page  # loads the knowledge
    from dagster_project.commands.assess_table import print_assessment

    with (
        _progress(language) as (documents_read, step),
        assess_folder(folder, quick, worst, documents_read, step) as (assessment, content),
    ):
        if html is not None:
            step("step", "page")
            write_page(assessment, content, html, language)
    writers: list[tuple[Path | None, Callable[[Assessment, Path], None]]] = [(csv, write_csv), (json, write_json)]
    for out, write in writers:
        if out is not None:
            write(assessment, out)
    print_assessment(assessment, language)
    for out in outputs:
        console.print(told(f"Written: {out}", language), soft_wrap=True)
    if assessment.not_built_because is not None:
        raise typer.Exit(DEFECT)


def _refuse(folder: Path, outputs: list[Path]) -> None:
    """Raise UsageError for a folder that is none, and for files that cannot be written or would lie in it."""
    if folder.is_file():
        raise UsageError(f"{folder} is a file. For one document: yusuan inspect {shlex.quote(str(folder))}")
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}. Name the folder that holds the documents.")
    if not any(each.is_file() for each in folder.rglob("*")):
        raise UsageError(f"There is no file in {folder}. Name the folder that holds the documents.")
    for out in outputs:
        if out.is_dir() or not out.parent.is_dir():
            raise UsageError(f"{out} cannot be written: name a file in a folder that exists.")
        if out.resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"{out} would lie among the documents. Name a file outside of {folder}.")


@contextmanager
def _progress(
    language: Language,
) -> Iterator[tuple[Callable[[int, int, str], None], Callable[[str, str], None]]]:
    """Yield what is told of progress: (documents read, documents to read, the last one), and the steps that follow."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        words = words_in(language)
        task = progress.add_task(words("step", "raw_documents"), total=None)

        def documents_read(done: int, total: int, file: str) -> None:
            progress.update(task, description=words("step", "extracted_tables"), completed=done, total=total)

        def step(kind: str, what: str) -> None:
            if kind == "step":
                description = words("step", OWN_WORDS.get(what, what))
                if not console.is_terminal:
                    console.print(description)
                progress.update(task, description=description, total=None)

        yield documents_read, step
