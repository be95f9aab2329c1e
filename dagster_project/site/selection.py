"""Which bodies and documents the site is made of, and which it shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dagster_project.errors import UsageError
from dagster_project.site import addresses
from dagster_project.site.catalogue import Catalogue


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


def present(whole: Catalogue, wanted: Catalogue, had: Collection[str]) -> Catalogue:
    """Return what the site holds afterwards: what is wanted now, and what was made before and is still there."""
    shown = {addresses.document(each.document_id) for each in wanted.documents}
    shown |= {addresses.body(body.body_id) for body in wanted.bodies}
    shown |= set(had)
    return replace(
        whole,
        documents=[each for each in whole.documents if addresses.document(each.document_id) in shown],
        bodies=[body for body in whole.bodies if addresses.body(body.body_id) in shown],
    )
