"""`python -m dagster_project.derived` writes what is derived; with `--check` it exits 1 when a file is stale."""

from __future__ import annotations

import sys
from pathlib import Path

from dagster_project.derived import catalogue, codes, commands, disclosure, sources, words


def _rendered() -> dict[Path, str]:
    made = (sources, catalogue, codes, commands, words, disclosure)
    return {path: text for each in made for path, text in each.rendered().items()}


def stale() -> list[Path]:
    """Return the generated files whose text differs from what the extraction and the catalogue of rules give."""
    return [path for path, text in _rendered().items() if not path.exists() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write the generated files, or with `--check` only compare; return the exit code."""
    if arguments == ["--check"]:
        for path in stale():
            print(f"{path} is stale: run `python -m dagster_project.derived`", file=sys.stderr)
        return 1 if stale() else 0
    for path, text in _rendered().items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
