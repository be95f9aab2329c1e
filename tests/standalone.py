"""A standalone cluster of Spark on this machine: a master, and workers of one core each, all on loopback."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

LOOPBACK = "127.0.0.1"
MASTER = re.compile(r"Starting Spark master at (spark://\S+)")
REGISTERED = "Successfully registered with master"
PATIENCE = 300
"""Seconds in which a busy machine starts a process of Java."""
MEGABYTES = 768


def missing() -> str:
    """Return what a cluster would need and this machine has not; nothing where it has all."""
    needs = {"pyspark": importlib.util.find_spec("pyspark"), "Java": shutil.which("java")}
    return " and ".join(name for name, found in needs.items() if not found)


class Process:
    """A process of Java with all that it started, which writes to a file."""

    def __init__(self, arguments: Sequence[str], folder: Path, path: Sequence[Path], memory: str = "256m") -> None:
        import pyspark

        home = Path(pyspark.__file__).parent
        folder.mkdir(parents=True)
        self.log = folder / "log.txt"
        environment = {
            "SPARK_HOME": str(home),
            "SPARK_LOCAL_IP": LOOPBACK,
            "SPARK_DAEMON_MEMORY": memory,
            "SPARK_WORKER_DIR": str(folder / "work"),
            "PYSPARK_PYTHON": sys.executable,
            "PYTHONPATH": os.pathsep.join(map(str, path)),
        }
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [str(home / "bin" / "spark-class"), *arguments],
                env=os.environ | environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def told(self, pattern: str | re.Pattern[str]) -> re.Match[str]:
        """Wait until it has written something, and return that."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if found := re.search(pattern, self.log.read_text(errors="replace")):
                return found
            time.sleep(0.1)
        raise AssertionError(f"It did not tell {pattern}:\n{self.log.read_text(errors='replace')}")

    def kill(self) -> None:
        """End it at once, with its executors."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Standalone:
    """A master and its workers."""

    def __init__(self, workers: int, folder: Path, path: Sequence[Path]) -> None:
        spark = "org.apache.spark.deploy"
        listen = ["--host", LOOPBACK, "--port", "0", "--webui-port", "0"]
        self.processes = [Process([f"{spark}.master.Master", *listen], folder / "master", path)]
        try:
            self.master = self.processes[0].told(MASTER)[1]
            for number in range(workers):
                resources = ["--cores", "1", "--memory", f"{MEGABYTES}m"]
                arguments = [f"{spark}.worker.Worker", *listen, *resources, self.master]
                self.processes.append(Process(arguments, folder / f"worker-{number}", path))
            for worker in self.workers:
                worker.told(REGISTERED)
        except BaseException:
            self.stop()
            raise

    @property
    def workers(self) -> list[Process]:
        """The workers, alive or not."""
        return self.processes[1:]

    def stop(self) -> None:
        """End all of it."""
        for process in reversed(self.processes):
            process.kill()


@contextmanager
def standalone(workers: int, folder: Path, path: Sequence[Path]) -> Iterator[Standalone]:
    """Yield a cluster whose executors import from the folders of `path`; it ends with the block."""
    cluster = Standalone(workers, folder, path)
    try:
        yield cluster
    finally:
        cluster.stop()
