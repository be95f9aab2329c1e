"""Where things are and what a run may take: the only room that knows folders and reads the environment.

`YUSUAN_RAW` and `YUSUAN_DATA` move the two folders a user cares about; everything else follows from them.
`YUSUAN_WORKERS`, `YUSUAN_SECONDS` and `YUSUAN_MEMORY` bound what reading documents may take, `YUSUAN_DATABASE_MEMORY`
what the database may in which they are checked and the warehouse is built; what does not fit lies in `YUSUAN_SPILL` for
that time. `YUSUAN_SITE` is where the site to read stands; where it is set, each run makes it after it has published. A
run that fails is told to `YUSUAN_WEBHOOK` and by mail to `YUSUAN_MAIL_TO`, from `YUSUAN_MAIL_FROM` through
`YUSUAN_MAIL_SERVER`. `YUSUAN_ENGINE` and the variables of `Cluster` say what documents are read on, and where they are
brought from; `YUSUAN_LAKE` names a place for the published tables beside the release.
"""

from dagster_project.settings.bounds import Bounds
from dagster_project.settings.choices import accepted_loss, build_kept, docs_wanted, runs_kept
from dagster_project.settings.cluster import Cluster, Engine
from dagster_project.settings.folders import PROJECT, Settings
from dagster_project.settings.lake import Lake
from dagster_project.settings.server import Server
from dagster_project.settings.told import Told
from dagster_project.settings.variables import environment_set, switch_telemetry_off

__all__ = [
    "PROJECT",
    "Bounds",
    "Cluster",
    "Engine",
    "Lake",
    "Server",
    "Settings",
    "Told",
    "accepted_loss",
    "build_kept",
    "docs_wanted",
    "environment_set",
    "runs_kept",
    "switch_telemetry_off",
]
