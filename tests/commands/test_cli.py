"""Every command is listed, documented and told as it was started, and gives the exit code it promises."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from calling import yusuan

from dagster_project.commands.frame import as_called, called, with_folders
from dagster_project.derived.commands import PAGE, Parameter, commands, names, parameters
from dagster_project.settings import PROJECT, Settings

COMMANDS = [
    "run",
    "assess",
    "inspect",
    "trace",
    "query",
    "findings",
    "issues",
    "export",
    "site",
    "runs",
    "releases",
    "rollback",
    "forget",
    "docs",
    "doctor",
]
OPTIONS = [(name, each) for name, command in commands().items() for each in parameters(command)]


def test_every_command_is_listed_and_has_an_example() -> None:
    overview = yusuan("--help")
    assert overview.exit_code == 0
    assert (
        "Exit codes: 0 done · 1 a defect or a failed check · 2 wrong usage · 3 another run is at work."
        in overview.output
    )
    for command in COMMANDS:
        assert command in overview.output
        assert f"Example:  yusuan {command}" in re.sub(r"\s*\n\s*", " ", yusuan(command, "--help").output)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_command_is_in_the_readme(readme: str) -> None:
    text = (PROJECT / readme).read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"yusuan {command}" not in text] == []


@pytest.mark.parametrize(("command", "parameter"), OPTIONS, ids=lambda value: getattr(value, "name", value))
def test_every_argument_and_option_says_what_it_is_and_stands_on_the_page(command: str, parameter: Parameter) -> None:
    assert (parameter.help or "").endswith((".", ").")), f"yusuan {command}: {names(parameter)} has no help"
    section = PAGE.read_text(encoding="utf-8").partition(f"## yusuan {command}\n")[2].partition("\n## ")[0]
    assert all(f"`{spelling}`" in section for spelling in names(parameter)), "run `python -m dagster_project.derived`"


def test_every_command_is_known_here() -> None:
    assert list(commands()) == COMMANDS


def test_unknown_options_are_wrong_usage() -> None:
    assert yusuan("run", "--colour").exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [["query", "select 1"], ["trace", "--code", "215"], ["findings"], ["issues"], ["export", "x"], ["docs"]],
)
def test_reading_before_the_first_run_says_what_to_do(tmp_path: Path, arguments: list[str]) -> None:
    result = yusuan(*arguments, "--data", str(tmp_path))
    assert result.exit_code == 2
    assert f"`yusuan run --data {tmp_path}`" in result.output
    assert "`make run`" in yusuan(*arguments, installation=Settings(tmp_path, tmp_path)).output


def test_commands_are_told_as_they_were_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = tmp_path / ".venv" / "bin" / "yusuan"
    started.parent.mkdir(parents=True)
    started.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(started), "run"])
    monkeypatch.setenv("PATH", "/nowhere")
    assert with_folders('yusuan query "from rpt_coverage"') == '.venv/bin/yusuan query "from rpt_coverage"'
    assert as_called("`yusuan findings` lists them") == "`.venv/bin/yusuan findings` lists them"
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert called() == str(started)
    monkeypatch.setenv("PATH", str(started.parent))
    assert called() == "yusuan"


def test_version_is_told() -> None:
    assert yusuan("--version").output == f"yusuan {version('yusuan')}\n"


def test_brackets_and_colons_of_a_folder_are_told_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "a [b] [red] :smile:"
    for command in (["run"], ["doctor"], ["issues"]):
        told = yusuan(*command, installation=Settings(folder / "raw", folder / "data")).output
        assert str(folder) in "".join(told.split("\n"))
    folder.mkdir()
    (folder / "x.txt").write_text("1")
    assert f"yusuan inspect '{folder / 'x.txt'}'" in yusuan("assess", str(folder / "x.txt")).output


def test_commands_speak_the_language_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = ("--raw", str(tmp_path / "nowhere"), "--data", str(tmp_path))
    assert "What is made would lie" not in yusuan("run", *nowhere).output
    assert "没有文件夹" in yusuan("run", *nowhere, "--lang", "zh").output
    monkeypatch.setenv("YUSUAN_LANG", "zh")
    assert "没有文件夹" in yusuan("run", *nowhere).output
    assert "There is no folder" in yusuan("run", *nowhere, "--lang", "en").output
    assert "还没有数据仓库" in yusuan("query", "select 1", "--data", str(tmp_path)).output
    looked = yusuan("doctor", *nowhere).output
    assert "请新建，或设 YUSUAN_RAW" in looked
    assert "处理办法" in looked
