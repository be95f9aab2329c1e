"""Whether the programs are there that a run needs: Python, packages, LibreOffice, text recognition, the dbt project."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import sys
from collections.abc import Iterator

import yaml

from dagster_project.commands.diagnosis import Diagnosis, first_line
from dagster_project.engine.delta import refuse_without_delta
from dagster_project.engine.spark import refuse_without_spark
from dagster_project.errors import UsageError
from dagster_project.intake.office import office as libre_office
from dagster_project.intake.rar import library
from dagster_project.settings import Settings

NEEDED = {"dagster": "1.13", "dbt-core": "1.11", "dbt-duckdb": "1.11", "duckdb": "2.0", "pyarrow": ""}
MODULES = {"dbt-core": "dbt.cli.main", "dbt-duckdb": "dbt.adapters.duckdb"}
"""What is imported of a package that is not named as its module."""
PICTURED = "2031"


def python(settings: Settings) -> Iterator[Diagnosis]:
    """Look at the version of Python."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    is_well = (3, 11) <= sys.version_info < (3, 14)
    yield Diagnosis("Python", is_well, version, "install Python 3.11, 3.12 or 3.13, then `make clean setup`")


def packages(settings: Settings) -> Iterator[Diagnosis]:
    """Look at the packages that a run imports."""
    for package, wanted in NEEDED.items():
        try:
            version = importlib.metadata.version(package)
            importlib.import_module(MODULES.get(package, package))
            is_well = version.startswith(wanted)
        except ImportError as error:
            version, is_well = f"missing or broken: {first_line(error)}", False
        yield Diagnosis(package, is_well, version, "`make clean setup` installs what requirements.lock says")


def office(settings: Settings) -> Iterator[Diagnosis]:
    """Tell where LibreOffice is."""
    seen = libre_office() or "not installed: binary Word documents (.doc, .wps) are not read"
    yield Diagnosis("LibreOffice", True, seen, "")


def rar(settings: Settings) -> Iterator[Diagnosis]:
    """Tell where the library is that opens RAR archives."""
    missing = "not installed: RAR archives are not read; `pip install libarchive-c`, and the system's libarchive"
    yield Diagnosis("libarchive", True, library() or missing, "")


def spark(settings: Settings) -> Iterator[Diagnosis]:
    """Look for what work on a cluster needs here, where it is asked for."""
    if not settings.cluster.is_asked_for:
        return
    try:
        refuse_without_spark()
        seen, remedy = importlib.metadata.version("pyspark"), ""
    except UsageError as error:
        seen, remedy = "missing", str(error)
    yield Diagnosis("Spark", not remedy, seen, remedy)


def delta(settings: Settings) -> Iterator[Diagnosis]:
    """Look for what writes tables of Delta, where a lake has them."""
    lake = settings.cluster.lake
    if lake is None or lake.delta_folder is None:
        return
    try:
        refuse_without_delta(lake)
        seen, remedy = importlib.metadata.version("deltalake"), ""
    except UsageError as error:
        seen, remedy = "missing", str(error)
    yield Diagnosis("deltalake", not remedy, seen, remedy)


def dbt_project(settings: Settings) -> Iterator[Diagnosis]:
    """Look at the dbt project."""
    try:
        for name in ("dbt_project.yml", "profiles.yml"):
            yaml.safe_load((settings.dbt_project / name).read_text(encoding="utf-8"))
        seen = str(settings.dbt_project)
        is_well = any((settings.dbt_project / "models").rglob("*.sql"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        seen, is_well = first_line(error), False
    yield Diagnosis("dbt project", is_well, seen, "run from a clone installed by `make setup`")


def recognition(settings: Settings) -> Iterator[Diagnosis]:
    """Recognise a number on a picture, where recognition is installed: it may be left out."""
    if importlib.util.find_spec("rapidocr") is None:
        yield Diagnosis("recognition", True, "not installed: a scan is an issue; `make ocr` installs it", "")
        return
    try:
        import cv2
        import numpy as np

        from dagster_project.extraction.read.ocr.engine import words

        picture = np.full((64, 220, 3), 255, np.uint8)
        cv2.putText(picture, PICTURED, (12, 48), cv2.FONT_HERSHEY_SIMPLEX, 1.6, (0, 0, 0), 3)
        (seen,) = (found.text for found in words([picture]))
    except Exception as error:  # a model that is missing or does not fit its engine breaks it anywhere
        seen = first_line(error)
    yield Diagnosis("recognition", seen == PICTURED, f"a picture of {PICTURED} says {seen}", "`make ocr` installs it")
