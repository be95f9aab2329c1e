"""Make the site of the published release, or a part of it: what is the same as last time stays as it is."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from dagster_project import inspection, review
from dagster_project.atomic import write_text
from dagster_project.errors import UsageError
from dagster_project.inspection.templates import template
from dagster_project.publication.lock import run_lock
from dagster_project.publication.releases import SHOWN, Release, current_release
from dagster_project.settings import Settings
from dagster_project.site import addresses
from dagster_project.site.bodies import body_files
from dagster_project.site.catalogue import Body, Catalogue, Document, catalogue
from dagster_project.site.documents import DocumentPages
from dagster_project.site.figures import figures
from dagster_project.site.folder import SiteFolder, holds_site, key_of
from dagster_project.site.overview import home_files, list_files, search_files
from dagster_project.site.pages import SEARCH, STYLE, Pages
from dagster_project.site.prints import prints_of_documents
from dagster_project.store.workers import read_in_workers

BODIES_AT_ONCE = 200
Progress = Callable[[str, int, int], None]
"""Told what is being made, how many of it are done, and how many there are."""


class Report(NamedTuple):
    """What making the site came to; `failed` are files of documents whose pages could not be made."""

    folder: Path
    release_id: str
    bodies: int
    documents: int
    documents_made: int
    written: int
    kept: int
    removed: int
    size: int
    seconds: float
    failed: tuple[str, ...]


def make_site(
    settings: Settings,
    folder: Path | None = None,
    only: Sequence[str] = (),
    progress: Progress = lambda what, done, total: None,
) -> Report:
    """Make the site of the current release into `folder`, else into the data folder.

    `only` names regions, bodies and documents, by their code, their id or a part of their name; what was made of others
    stays. Raises UsageError where there is no release, or nothing is so named, RunFailed where the site is being made
    already or the disk is at fault.
    """
    began = time.monotonic()
    release = current_release(settings)
    if release is None:
        raise UsageError("There is no release to show yet. Run `make run` (or `yusuan run`) first.")
    root = folder or settings.site
    with (
        run_lock(root.with_name(f".{root.name}.lock")),
        duckdb.connect(str(release.warehouse), read_only=True) as connection,
    ):
        site = SiteFolder(root)
        whole = catalogue(connection)
        wanted = selected(whole, only) if only else whole
        pages = Pages(_about(release), _present(whole, wanted, site.had()))
        _put_small(site, pages, connection)
        _put_bodies(site, pages, connection, wanted, progress)
        made, failed = _put_documents(site, pages, settings, release, connection, wanted.documents, progress)
        site.finish(is_whole=not only)
        if not only and not release.is_shown_in(root):
            write_text(release.release_id, root / SHOWN)
    return Report(
        site.root,
        release.release_id,
        len(wanted.bodies),
        len(wanted.documents),
        made,
        site.written,
        site.kept,
        site.removed,
        site.size(),
        time.monotonic() - began,
        failed,
    )


def forget_pages(folder: Path, contents: Collection[str]) -> int:
    """Remove the pages of documents, named by the hashes of their contents, and return how many files those were.

    Other pages name them until the site is made again. The caller sees to it that the site is not being made.
    """
    if not holds_site(folder):
        return 0
    site = SiteFolder(folder)
    for unit in sorted(site.had()):
        kind, _, name = unit.partition("/")
        if kind == "documents" and any(content.startswith(name) for content in contents):
            site.drop(unit)
    site.finish(is_whole=False)
    return site.removed


def selected(whole: Catalogue, only: Sequence[str]) -> Catalogue:
    """Return the bodies and documents that are named, with the documents of the bodies."""
    documents, bodies = set[str](), set[str]()
    for name in only:
        in_bodies = {
            body.body_id for body in whole.bodies if _is_named(name, body.region_code, body.region_name, body.name)
        }
        in_documents = {
            each.document_id
            for each in whole.documents
            if each.document_id == name
            or each.body_id in in_bodies
            or _is_named(name, each.region_code, each.region_name, each.file)
        }
        if not in_bodies and not in_documents:
            raise UsageError(
                f'{name} names no region, body or document of the release. `yusuan query "select region_code, '
                'region_name, organisation_name from dim_organisations"` lists what there is.'
            )
        bodies |= in_bodies
        documents |= in_documents
    bodies |= {each.body_id for each in whole.documents if each.document_id in documents and each.body_id}
    return replace(
        whole,
        documents=[each for each in whole.documents if each.document_id in documents],
        bodies=[body for body in whole.bodies if body.body_id in bodies],
    )


def _is_named(name: str, code: str | None, *names: str | None) -> bool:
    return name == code or any(name in each for each in names if each)


def _about(release: Release) -> dict[str, Any]:
    return {"release_id": release.release_id, "built_at": release.built_at.strftime("%Y-%m-%d %H:%M UTC")}


def _present(whole: Catalogue, wanted: Catalogue, had: Collection[str]) -> Catalogue:
    """Return what the site holds afterwards: what is wanted now, and what was made before and is still there."""
    documents = {each.document_id for each in wanted.documents}
    bodies = {body.body_id for body in wanted.bodies}
    return replace(
        whole,
        documents=[each for each in whole.documents if each.document_id in documents or _document(each) in had],
        bodies=[body for body in whole.bodies if body.body_id in bodies or _body(body) in had],
    )


def _put_small(site: SiteFolder, pages: Pages, connection: duckdb.DuckDBPyConnection) -> None:
    """Put what is made anew each time: style, search, home and lists."""
    script = Path(__file__).with_name("search.js").read_bytes()
    site.put("assets", "", {STYLE: template("site/style.css").render().encode(), SEARCH: script})
    site.put("search", "", search_files(pages))
    site.put("home", "", home_files(pages, connection))
    site.put("lists", "", list_files(pages))


def _put_bodies(
    site: SiteFolder, pages: Pages, connection: duckdb.DuckDBPyConnection, wanted: Catalogue, progress: Progress
) -> None:
    """Put the pages of bodies whose figures changed."""
    units: dict[str | None, list[Body]] = {}
    for body in pages.catalogue.bodies:
        if body.department_id != body.body_id:
            units.setdefault(body.department_id, []).append(body)
    documents: dict[str | None, list[Document]] = {}
    for document in pages.catalogue.documents:
        documents.setdefault(document.body_id, []).append(document)
    done = 0
    for part in _parts(wanted.bodies, BODIES_AT_ONCE):
        rows = figures(connection, [body.body_id for body in part])
        for body in part:
            progress("bodies", done, len(wanted.bodies))
            own, below = rows[body.body_id], units.get(body.body_id, [])
            key = key_of(code_version(), body, own, below, documents.get(body.body_id))
            if not site.keeps(_body(body), key):
                site.put(_body(body), key, body_files(pages, body, own, below))
            done += 1


def _put_documents(
    site: SiteFolder,
    pages: Pages,
    settings: Settings,
    release: Release,
    connection: duckdb.DuckDBPyConnection,
    wanted: Sequence[Document],
    progress: Progress,
) -> tuple[int, tuple[str, ...]]:
    """Put the pages of documents that changed, or whose findings did, and return how many, and which failed."""
    prints = prints_of_documents(connection)
    keys = {each.document_id: key_of(code_version(), each, prints.get(each.document_id)) for each in wanted}
    changed = [each for each in wanted if not site.keeps(_document(each), keys[each.document_id])]
    failed = []
    with site.parcels() as parcels:
        work = DocumentPages(settings, release.warehouse, pages, parcels)
        for done, (document, failure, _) in enumerate(read_in_workers(changed, work, settings.bounds)):
            progress("documents", done, len(changed))
            if failure is not None:
                failed.append(document.file)
                # what the release says of it stands; the next time tries again
                work.without_pages(document)
            key = "" if failure is not None else keys[document.document_id]
            site.put(_document(document), key, _unpacked(parcels / document.document_id))
    return len(changed), tuple(failed)


def _unpacked(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    unpacked = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    shutil.rmtree(folder)
    return unpacked


def _parts(bodies: Sequence[Body], size: int) -> Iterator[Sequence[Body]]:
    return (bodies[start : start + size] for start in range(0, len(bodies), size))


def _body(body: Body) -> str:
    return addresses.body(body.body_id)


def _document(document: Document) -> str:
    return addresses.document(document.document_id)


@cache
def code_version() -> str:
    """Return a hash of the code and the templates that pages are made by: where they change, all are made anew."""
    rooms = [Path(__file__).parent, Path(inspection.__file__).parent, Path(review.__file__).parent]
    files = sorted(file for room in rooms for file in room.iterdir() if file.is_file())
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
