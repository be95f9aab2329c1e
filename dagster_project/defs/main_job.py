"""The main job: everything, from the raw folder to the pointer, and the night it runs in."""

from __future__ import annotations

import dagster as dg

main_job = dg.define_asset_job(
    "main_job",
    selection=dg.AssetSelection.all(),
    executor_def=dg.in_process_executor,
    description="Read what is new in the raw folder, build and check the warehouse, publish it.",
)

nightly = dg.ScheduleDefinition(
    name="nightly",
    job=main_job,
    cron_schedule="0 2 * * *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="The main job at 02:00 in Shanghai; it runs while `make dev` (or a Dagster daemon) is up.",
)
