"""Measure, and print JSON: extraction by this checkout against that of another commit, in one run.

Usage: python benchmarks/against.py REVISION [FOLDER ...]   — else the originals and the PDFs beside the clone.
Each commit has processes of its own; their rounds alternate, so that a busy machine slows both, and CPU seconds are
the least of all rounds. `ratio` is of documents that are new to a process that has read the others, as every document
of a night is but the first: what the field knows is loaded, and no text was met before. `ratio_first` is of the first
documents of a process, with what of that knowledge its commit loads no sooner. `ratio_again` is of the same documents
read again and again.
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
NEW_PROCESSES = 3
ROUNDS = {".txt": 25, ".pdf": 5}
WORKER = """
import sys, time
from pathlib import Path
from dagster_project.extraction import extract
before, *files = sys.argv[1:]
contents = [(Path(file).read_bytes(), Path(file).name) for file in files]
others, contents = contents[: int(before)], contents[int(before) :]
for content, name in others:
    extract(content, name)
for _ in sys.stdin:
    start = time.process_time()
    for content, name in contents:
        extract(content, name)
    print(time.process_time() - start, flush=True)
"""


class Worker:
    """A process that extracts files with the code of one checkout, a round at a time; others `before` all rounds."""

    def __init__(self, checkout: Path, files: Sequence[Path], before: Sequence[Path] = ()) -> None:
        command = [sys.executable, "-c", WORKER, str(len(before)), *map(str, before), *map(str, files)]
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
    """Return CPU seconds of this checkout and the other, and their ratio: of new documents, first ones, known ones."""
    each = [alternate(other, [file], NEW_PROCESSES, 1, [one for one in files if one != file]) for file in files]
    mine, theirs = map(sum, zip(*each, strict=True))
    measured: dict[str, float] = {"documents": len(files)}
    for name, (here, there) in {
        "": (mine, theirs),
        "_first": alternate(other, files, NEW_PROCESSES, 1),
        "_again": alternate(other, files, 1, rounds),
    }.items():
        measured |= {
            f"cpu_seconds{name}": round(here, 4),
            f"cpu_seconds{name}_there": round(there, 4),
            f"ratio{name}": round(here / there, 3),
        }
    return measured


def alternate(
    other: Path, files: Sequence[Path], processes: int, rounds: int, before: Sequence[Path] = ()
) -> tuple[float, float]:
    """Return the least CPU seconds of a round here and there, over so many processes of so many rounds each.

    Files `before` are read by every process, and not measured.
    """
    times: list[tuple[float, ...]] = []
    for _ in range(processes):
        workers = [Worker(PROJECT, files, before), Worker(other, files, before)]
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
