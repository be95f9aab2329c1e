"""`yusuan docs` documents a release within it."""

from __future__ import annotations

import pytest
from calling import yusuan

from dagster_project.publication.releases import current_release
from dagster_project.settings import Settings

pytestmark = pytest.mark.xdist_group("warehouse")


def test_docs_are_one_page_in_the_release(installation: Settings) -> None:
    result = yusuan("docs", installation=installation)
    assert result.exit_code == 0, result.output
    page = installation.current / "site" / "docs" / "index.html"
    assert "rpt_expenditure" in page.read_text(encoding="utf-8")


def test_docs_of_a_release_that_readers_were_pointed_back_to_need_no_run(installation: Settings) -> None:
    release = current_release(installation)
    assert release is not None
    release.docs_page.unlink(missing_ok=True)
    beside = installation.builds.rename(installation.builds.with_name("beside"))
    try:
        result = yusuan("docs", installation=installation)
    finally:
        beside.rename(installation.builds)
    assert result.exit_code == 0, result.output
    assert "rpt_expenditure" in release.docs_page.read_text(encoding="utf-8")
