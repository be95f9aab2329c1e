"""Calls commands as a person does, on a screen of a chosen width."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner, Result

from dagster_project.cli import app
from dagster_project.commands.frame import console
from dagster_project.settings import Settings
from dagster_project.settings.variables import DATA, RAW


def yusuan(*arguments: str, installation: Settings | None = None, width: int = 300) -> Result:
    """Run a command in the folders of an installation."""
    environment = {"COLUMNS": "300", "TERM": "dumb", "NO_COLOR": "1"}
    if installation is not None:
        environment |= {RAW: str(installation.raw), DATA: str(installation.data)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(console, "width", width)
        return CliRunner().invoke(app, list(arguments), env=environment)
