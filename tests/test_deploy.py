"""What is deployed is what is there: units name programs and options that exist, and run when the schedule does."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dagster_project.defs.main_job import nightly
from dagster_project.derived.commands import commands, names, parameters
from dagster_project.settings import PROJECT, variables

DEPLOY = PROJECT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service")) + sorted(DEPLOY.glob("*.timer"))


def unit(name: str) -> configparser.ConfigParser:
    """Return what a unit states."""
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DEPLOY / name, encoding="utf-8")
    return read


def test_the_timer_runs_when_the_schedule_does() -> None:
    assert nightly.cron_schedule == "0 2 * * *"
    timer = unit("yusuan-nightly.timer")["Timer"]
    assert timer["OnCalendar"] == f"*-*-* 02:00:00 {nightly.execution_timezone}"
    assert timer["Persistent"] == "true"


def test_the_command_and_its_options_are_there() -> None:
    program, command, *options = unit("yusuan-nightly.service")["Service"]["ExecStart"].split()
    assert Path(program).name == "yusuan"
    known = {spelling for each in parameters(commands()[command]) for spelling in names(each)}
    assert {option for option in options if option.startswith("-")} <= known


def test_every_file_that_the_page_or_a_unit_names_is_there() -> None:
    page = (DEPLOY / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"deploy/([\w.*-]+)", page)) | set(re.findall(r"\]\(([\w.]+)\)", page))
    assert {name for name in named if not list(DEPLOY.glob(name))} == set()


def test_variables_of_the_environment_file_are_known() -> None:
    text = (DEPLOY / "yusuan.env").read_text(encoding="utf-8")
    stated = set(re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE)) - {"YUSUAN_POSTGRES"}
    known = {value for name, value in vars(variables).items() if name.isupper()}
    assert stated - known == set()
    assert "env: YUSUAN_POSTGRES" in (DEPLOY / "dagster.yaml").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_reads_the_units(tmp_path: Path) -> None:
    for each in UNITS:
        text = each.read_text(encoding="utf-8")
        # where it is to be installed, it is not
        (tmp_path / each.name).write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", text), encoding="utf-8")
    files = [str(tmp_path / each.name) for each in UNITS]
    told = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True, check=False)
    assert [line for line in told.stderr.splitlines() if "yusuan" in line] == []
