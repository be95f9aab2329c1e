"""Loads what stands in `defs/`, nothing else."""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from dagster_project.settings import switch_telemetry_off

switch_telemetry_off()


@dg.definitions
def defs() -> dg.Definitions:
    """Return everything that the modules of `defs/` define."""
    return dg.load_from_defs_folder(path_within_project=Path(__file__).parent)
