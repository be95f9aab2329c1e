"""`yusuan docs` documents a release within it."""

from __future__ import annotations

import pytest
from calling import yusuan

from dagster_project.settings import Settings

pytestmark = pytest.mark.xdist_group("warehouse")


def test_docs_are_one_page_in_the_release(installation: Settings) -> None:
    result = yusuan("docs", installation=installation)
    assert result.exit_code == 0, result.output
    page = installation.current / "site" / "docs" / "index.html"
    assert "rpt_expenditure" in page.read_text(encoding="utf-8")
