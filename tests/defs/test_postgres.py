"""Dagster's storage in PostgreSQL, with the settings that are deployed: Debian's server, on loopback, in its own folder."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_job import execute

from dagster_project.runs.history import read_runs
from dagster_project.settings import PROJECT, Settings

pytest.importorskip("dagster_postgres", reason="pip install dagster-postgres")
SERVERS = Path("/usr/lib/postgresql")
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT}


def programs() -> Path | None:
    """Return the folder of the newest server's programs, where one is installed."""
    found = sorted(SERVERS.glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Return the address of an empty database on a server that is stopped afterwards."""
    binaries = programs()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed: apt install postgresql")
    # it refuses to run as root, and no one else reads pytest's folders
    user = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    folder = Path(tempfile.mkdtemp(prefix="yusuan-postgres-", dir="/tmp"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    if os.geteuid() == 0:
        shutil.chown(folder, user)

    def run(program: str, *arguments: str) -> None:
        command = [str(binaries / program), "-D", str(folder / "db"), *arguments]
        subprocess.run(command, check=True, cwd=folder, user=user if os.geteuid() == 0 else None, **QUIET)  # type: ignore[call-overload]

    try:
        run("initdb", "--username=yusuan", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -p {port} -c fsync=off"
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql+psycopg2://yusuan@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-m", "fast", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def test_a_run_is_recorded_in_postgresql(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg2

    home = tmp_path / "home"
    home.mkdir()
    shutil.copyfile(PROJECT / "deploy" / "dagster.yaml", home / "dagster.yaml")
    (tmp_path / "raw").mkdir()
    monkeypatch.setenv("YUSUAN_POSTGRES", address)
    settings = Settings(tmp_path / "raw", tmp_path / "data", stated_dagster=home)
    execute(settings, lambda *told: None)
    (run,) = read_runs(settings)
    with psycopg2.connect(address.replace("+psycopg2", "")) as connection, connection.cursor() as cursor:
        cursor.execute("select run_id, status from runs")
        assert cursor.fetchall() == [(run.run_id, "SUCCESS")]
        cursor.execute("select count(*) from event_logs where dagster_event_type = 'STEP_SUCCESS'")
        assert cursor.fetchone() == (2,)
    connection.close()
    assert not list(home.rglob("*.db"))
