"""Measure, and print JSON: extraction by this checkout against that of another commit, in one run.

Usage: python benchmarks/against.py REVISION [FOLDER ...]   — else the originals and the PDFs beside the clone.
Each commit has processes of its own; their rounds alternate, so that a busy machine slows both, and CPU seconds are
the least of all rounds. `ratio` is of documents that are new to their process, as every document of a night is: what
the field knows is loaded, and no text was met before. `ratio_again` is of the same documents read again and again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
DOCUMENTS = PROJECT.parent / "shared" / "documents"
NEW_PROCESSES = 5
ROUNDS = {".txt": 25, ".pdf": 5}
WORKER = """
import sys, time
from pathlib import Path
from dagster_project.extraction import extract
contents = [(Path(file).read_bytes(), Path(file).name) for file in sys.argv[1:]]
for _ in sys.stdin:
    start = time.process_time()
    for content, name in contents:
        extract(content, name)
    print(time.process_time() - start, flush=True)
"""


class Worker:
    """A process that extracts files with the code of one checkout, a round at a time."""

    def __init__(self, checkout: Path, files: Sequence[Path]) -> None:
        command = [sys.executable, "-c", WORKER, *map(str, files)]
        environment = os.environ | {"PYTHONPATH": str(checkout)}
        self.process = subprocess.Popen(
            command, cwd=checkout, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def round(self) -> float:
        """Return the CPU seconds of one round."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(file=self.process.stdin, flush=True)
        return float(self.process.stdout.readline())

    def close(self) -> None:
        """Let the process end."""
        self.process.communicate()


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """Yield a folder that holds the project as it was at a revision, for the time of the block."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "other"
        git = ["git", "-C", str(PROJECT), "worktree"]
        subprocess.run([*git, "add", "--detach", str(place), revision], check=True, capture_output=True)
        try:
            yield place
        finally:
            subprocess.run([*git, "remove", "--force", str(place)], check=True, capture_output=True)


def compare(other: Path, files: Sequence[Path], rounds: int) -> dict[str, float]:
    """Return CPU seconds of this checkout and the other, and their ratio: of new documents, and of known ones."""
    mine, theirs = alternate(other, files, NEW_PROCESSES, 1)
    mine_again, theirs_again = alternate(other, files, 1, rounds)
    return {
        "documents": len(files),
        "cpu_seconds": round(mine, 4),
        "cpu_seconds_there": round(theirs, 4),
        "ratio": round(mine / theirs, 3),
        "cpu_seconds_again": round(mine_again, 4),
        "cpu_seconds_again_there": round(theirs_again, 4),
        "ratio_again": round(mine_again / theirs_again, 3),
    }


def alternate(other: Path, files: Sequence[Path], processes: int, rounds: int) -> tuple[float, float]:
    """Return the least CPU seconds of a round here and there, over so many processes of so many rounds each."""
    times: list[tuple[float, ...]] = []
    for _ in range(processes):
        workers = [Worker(PROJECT, files), Worker(other, files)]
        times += [tuple(worker.round() for worker in workers) for _ in range(rounds)]
        for worker in workers:
            worker.close()
    mine, theirs = map(min, zip(*times, strict=True))
    return mine, theirs


def main(revision: str, folders: Sequence[Path]) -> None:
    """Compare over the documents of each folder, one kind of file at a time."""
    measured: dict[str, object] = {"against": revision}
    with checked_out(revision) as other:
        for folder in folders:
            for suffix, rounds in ROUNDS.items():
                if files := sorted(folder.glob(f"*{suffix}")):
                    measured[f"{folder.name}{suffix}"] = compare(other, files, rounds)
    print(json.dumps(measured, indent=2))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    given = [Path(argument).resolve() for argument in sys.argv[2:]] or [DOCUMENTS / "shenzhen", DOCUMENTS / "pdf"]
    main(sys.argv[1], given)
