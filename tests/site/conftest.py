"""The site of the documents that the repository ships, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from dagster_project.settings import Settings
from dagster_project.site import make_site


@pytest.fixture(scope="session")
def site(installation: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site of the installation."""
    folder = tmp_path_factory.mktemp("sites") / "site"
    report = make_site(installation, folder)
    assert report.failed == ()
    assert report.documents == report.documents_made == 5
    return folder
