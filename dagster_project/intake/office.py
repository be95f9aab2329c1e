"""Binary Word documents as .docx, by LibreOffice where it is installed: the one format that another program opens.

It runs without a window, in a folder and with a profile of its own that are dropped, macros and links off, and is ended
with all that it started when its time is over.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

SECONDS = 120
"""Of one document; a common one takes three, and the first start of a profile as many more."""
LARGEST = 256 * 2**20
NAMES = ("soffice", "libreoffice")
PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
FILTERS = {"doc": "MS Word 97"}
SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Common/Misc", "FirstRun", "false"),
)


@cache
def office() -> str | None:
    """Return the path of LibreOffice; None where it is not installed."""
    found = (shutil.which(name) for name in NAMES)
    return next(filter(None, found), None) or next(filter(os.path.exists, PLACES), None)


def converted(content: bytes, format: str) -> bytes | None:
    """Return a document of a format of FILTERS as .docx; None where it is not converted in bounds."""
    program = office()
    if program is None or len(content) > LARGEST:
        return None
    with tempfile.TemporaryDirectory(prefix="yusuan-") as name:
        folder = Path(name)
        source, profile, target = folder / f"document.{format}", folder / "profile", folder / "converted"
        source.write_bytes(content)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
            f"--infilter={FILTERS[format]}",
            *("--convert-to", "docx", "--outdir", str(target), str(source)),
        ]
        result = target / "document.docx"
        if not _run(command, folder) or not result.is_file() or result.stat().st_size > LARGEST:
            return None
        return result.read_bytes()


def _run(command: list[str], folder: Path) -> bool:
    """Run a program with a home of its own, and tell whether it ended well in time; what it started ends with it."""
    environment = {"HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", "")}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            return process.wait(SECONDS) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process.pid)


def _end(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def _registry() -> str:
    """Return the settings of a profile that runs no macros and follows no links."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in SETTINGS
    )
    declared = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {declared}>{items}</oor:items>'
