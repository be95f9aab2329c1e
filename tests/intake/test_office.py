"""Binary Word documents go through LibreOffice where it is installed, in a folder of their own and in bounds."""

from __future__ import annotations

import io
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from dagster_project.extraction import extract
from dagster_project.intake import office

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le") + b"\0" * 500
# a stand-in for LibreOffice: it writes what its profile and its arguments are, or does not end
PROGRAM = """#!/bin/sh
for each; do case "$before" in --outdir) target="$each";; esac; before="$each"; done
echo "$@" > "{seen}"
cat "$HOME/profile/user/registrymodifications.xcu" >> "{seen}"
mkdir -p "$target"
{then}
"""


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    yield
    office.office.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch, folder: Path, then: str) -> Path:
    """Put a program in the place of LibreOffice; return the file to which it writes what it was told."""
    program, seen = folder / "soffice", folder / "seen"
    program.write_text(PROGRAM.format(seen=seen, then=then))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    office.office.cache_clear()
    monkeypatch.setattr(office, "NAMES", (str(program),))
    return seen


def word() -> bytes:
    """Return a Word document of the new kind."""
    document = docx.Document()
    document.add_paragraph("深圳市海洋观测局2031年部门预算")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_binary_document_is_read_as_what_it_is_converted_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(word())
    seen = install(monkeypatch, tmp_path, f'cp "{tmp_path}/made.docx" "$target/document.docx"')
    extraction = extract(OLE, "预算.wps", (), office.converted)
    (row,) = extraction.tables["documents"].to_pylist()
    assert (row["format"], row["fiscal_year"]) == ("doc", 2031)
    told = seen.read_text()
    assert "--headless" in told
    assert "--infilter=MS Word 97" in told
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in told
    assert '"Link" oor:op="fuse"><value>0' in told
    folder = Path(told.split("--outdir ")[1].split("/converted")[0])
    assert not folder.exists()


@pytest.mark.parametrize("then", ["exit 1", "sleep 60", "true", 'echo text > "$target/document.docx"'])
def test_what_is_not_converted_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, then: str) -> None:
    install(monkeypatch, tmp_path, then)
    monkeypatch.setattr(office, "SECONDS", 1)
    (issue,) = extract(OLE, "预算.doc", (), office.converted).tables["issues"].to_pylist()
    assert issue["code"] == "unsupported_format"
    assert "LibreOffice" in issue["message"]


def test_without_the_program_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    office.office.cache_clear()
    monkeypatch.setattr(office, "NAMES", ("no-such-program",))
    monkeypatch.setattr(office, "PLACES", ())
    assert office.converted(OLE, "doc") is None


@pytest.mark.skipif(office.office() is None, reason="LibreOffice is not installed")
def test_libreoffice_gives_back_what_it_saved(tmp_path: Path) -> None:
    (tmp_path / "saved.docx").write_bytes(word())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office.office()), profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "saved.docx")], check=True, timeout=office.SECONDS)
    extraction = extract((tmp_path / "saved.doc").read_bytes(), "预算.doc", (), office.converted)
    (row,) = extraction.tables["documents"].to_pylist()
    assert (row["format"], row["fiscal_year"]) == ("doc", 2031)
