"""The page of dbt docs as a part of a release: made anew where the models are new, else the same file as before.

site/docs/index.html   what every table and column means, and what is made of what
site/docs/.made_of     the state of the dbt project that it was made of
"""

from __future__ import annotations

from dagster_project.atomic import link, write_text
from dagster_project.publication.releases import Release, complete_releases
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.prepared import prepared
from dagster_project.warehouse.site import build_site

NOTE = ".made_of"


def keep_docs(settings: Settings, release: Release) -> bool:
    """Give a release the page of the newest one that was made of the same models; False where there is none."""
    state = _state(settings)
    for other in reversed(complete_releases(settings)):
        note = other.docs_page.with_name(NOTE)
        if other != release and other.docs_page.exists() and note.exists() and note.read_text("utf-8") == state:
            release.docs_page.parent.mkdir(parents=True, exist_ok=True)
            link(other.docs_page, release.docs_page)
            write_text(state, release.docs_page.with_name(NOTE))
            return True
    return False


def make_docs(settings: Settings, release: Release) -> None:
    """Make the page of a release from its build database.

    Of a release that readers were pointed back to, that is gone: the page it has stays, else one is made from the
    readers' file. That tells of their tables alone, and no other release keeps it.
    """
    build = build_of(settings, release.release_id)
    if build.database.exists():
        build_site(settings, build.database, release.docs_page)
        write_text(_state(settings), release.docs_page.with_name(NOTE))
    elif not release.docs_page.exists():
        build_site(settings, release.warehouse, release.docs_page)


def _state(settings: Settings) -> str:
    """Return the name of what is made of the project: a digest of all its files is part of it."""
    return prepared(settings).name
