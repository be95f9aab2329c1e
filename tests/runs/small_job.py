"""A job as small as can be that is followed as the main job is."""

from collections.abc import Callable

import dagster as dg

from dagster_project.defs.following import MAIN_JOB
from dagster_project.defs.instance import opened_instance
from dagster_project.defs.resources import Workspace
from dagster_project.publication.releases import begin_release
from dagster_project.settings import Settings, environment_set

Work = Callable[[Settings, str, Workspace], None]


def execute(settings: Settings, work: Work, job: str = MAIN_JOB) -> bool:
    """Run a job of two steps in the instance of an installation, of which the second does the work; tell its success."""

    @dg.op(out=dg.Out(dg.Nothing))
    def begins(context: dg.OpExecutionContext, workspace: Workspace) -> None:
        begin_release(workspace.settings, context.run.run_id)

    @dg.op(ins={"start": dg.In(dg.Nothing)})
    def works(context: dg.OpExecutionContext, workspace: Workspace) -> None:
        work(workspace.settings, context.run.run_id, workspace)

    @dg.job(name=job, resource_defs={"workspace": Workspace()}, executor_def=dg.in_process_executor)
    def both() -> None:
        works(begins())

    with environment_set(settings.environment()), opened_instance(settings) as instance:
        return both.execute_in_process(instance=instance, raise_on_error=False).success
