"""Measure, and print JSON: how well documents are read that the reader was not built on, as `yusuan assess` tells it.

Usage: python benchmarks/cities.py [FOLDER [OUT]]   — else the cities' documents beside the clone; into OUT, else
data/assessment, go the page, the table of documents and all figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
CITIES = PROJECT.parent / "shared" / "documents" / "cities"
OUT = Path(os.environ.get("YUSUAN_DATA", "data")) / "assessment"
# a process of its own, as a person runs it
ASSESS = "import sys; from dagster_project.cli import app; sys.argv[0] = 'yusuan'; app()"


def measure(folder: Path, out: Path) -> object:
    """Assess a folder, and return the figures of it in all."""
    out.mkdir(parents=True, exist_ok=True)
    files = {form: out / f"{folder.name}.{form}" for form in ("html", "csv", "json")}
    options = [part for form, file in files.items() for part in (f"--{form}", str(file))]
    command = [sys.executable, "-c", ASSESS, "assess", str(folder), *options]
    subprocess.run(command, check=True, stdout=sys.stderr)
    assessment = json.loads(files["json"].read_text(encoding="utf-8"))
    return assessment["summary"] | {"assessed_in_seconds": assessment["seconds"], "written": str(out)}


if __name__ == "__main__":
    documents = Path(sys.argv[1]) if len(sys.argv) > 1 else CITIES
    print(json.dumps(measure(documents, Path(sys.argv[2]) if len(sys.argv) > 2 else OUT), indent=2))
