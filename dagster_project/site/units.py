"""Units of the site, each put where it changed: what is small, the pages of each body, those of each document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from dagster_project import inspection, languages, review
from dagster_project.errors import RunFailed
from dagster_project.inspection.templates import template
from dagster_project.settings import Settings
from dagster_project.site import addresses
from dagster_project.site.bodies import BodyPages
from dagster_project.site.catalogue import Body, Document
from dagster_project.site.documents import DocumentPages
from dagster_project.site.figures import figures
from dagster_project.site.folder import SiteFolder, key_of
from dagster_project.site.overview import home_files, list_files, search_files
from dagster_project.site.pages import SEARCH, STYLE, Pages
from dagster_project.site.prints import prints_of_documents
from dagster_project.store.workers import read_in_workers

BODIES_AT_ONCE = 200
Progress = Callable[[str, int, int], None]
"""Told what is being made, how many of it are done, and how many there are."""


@dataclass(frozen=True)
class Units:
    """Puts what the site is made of, each unit where it is another than it was."""

    site: SiteFolder
    pages: Pages
    connection: duckdb.DuckDBPyConnection
    progress: Progress

    def put_small(self) -> None:
        """Put what is made anew each time: style, search, home and lists."""
        script = Path(__file__).with_name("search.js").read_bytes()
        self.site.put("assets", "", {STYLE: template("site/style.css").render().encode(), SEARCH: script})
        self.site.put("search", "", search_files(self.pages))
        self.site.put("home", "", home_files(self.pages, self.connection))
        self.site.put("lists", "", list_files(self.pages))

    def put_bodies(self, wanted: Sequence[Body], settings: Settings, warehouse: Path) -> None:
        """Put the pages of bodies whose figures changed; raises RunFailed where one of them cannot be made."""
        keys: dict[str, str] = {}
        catalogue = self.pages.catalogue
        for start in range(0, len(wanted), BODIES_AT_ONCE):
            part = wanted[start : start + BODIES_AT_ONCE]
            rows = figures(self.connection, [body.body_id for body in part])
            for body in part:
                around = catalogue.units_of[body.body_id], catalogue.documents_of[body.body_id]
                keys[body.body_id] = key_of(code_version(), body, rows[body.body_id], *around)
        changed = [each for each in wanted if not self.site.keeps(addresses.body(each.body_id), keys[each.body_id])]
        with self.site.parcels() as parcels:
            work = BodyPages(settings, warehouse, self.pages, parcels)
            for done, (body, failure, _) in enumerate(read_in_workers(changed, work, settings.bounds)):
                self.progress("bodies", done, len(changed))
                if failure is not None:
                    raise RunFailed(f"The page of {body.name} could not be made: {failure.what}. Please report it.")
                unit = addresses.body(body.body_id)
                self.site.put(unit, keys[body.body_id], work.unpacked(unit))

    def put_documents(
        self, wanted: Sequence[Document], settings: Settings, warehouse: Path
    ) -> tuple[int, tuple[str, ...]]:
        """Put the pages of documents that changed, or whose findings did; return how many, and which files failed."""
        prints = prints_of_documents(self.connection)
        keys = {each.document_id: key_of(code_version(), each, prints.get(each.document_id)) for each in wanted}
        changed = [each for each in wanted if not self.site.keeps(_unit(each), keys[each.document_id])]
        failed = []
        with self.site.parcels() as parcels:
            work = DocumentPages(settings, warehouse, self.pages, parcels)
            for done, (document, failure, _) in enumerate(read_in_workers(changed, work, settings.bounds)):
                self.progress("documents", done, len(changed))
                if failure is not None:
                    failed.append(document.file)
                    # what the release says of it stands; the next time tries again
                    work.without_pages(document)
                key = "" if failure is not None else keys[document.document_id]
                self.site.put(_unit(document), key, work.unpacked(_unit(document)))
        return len(changed), tuple(failed)


def _unit(document: Document) -> str:
    return addresses.document(document.document_id)


@cache
def code_version() -> str:
    """Return a hash of the code and the templates that pages are made by: where they change, all are made anew."""
    rooms = [Path(file).parent for file in (__file__, inspection.__file__, languages.__file__, review.__file__)]
    files = sorted(file for room in rooms for file in room.iterdir() if file.is_file())
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
