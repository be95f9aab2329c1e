"""What became of a seed, a model or a test."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.errors import RunFailed

# dbt is a second and a half of import that a night without it need not wait for
if TYPE_CHECKING:
    from dbt.artifacts.schemas.run import RunResult
    from dbt.cli.main import dbtRunnerResult

OUT_OF_MEMORY = "Out of Memory Error"


@dataclass(frozen=True)
class NodeResult:
    """What became of one model, seed or test: `success`, `pass`, `warn`, `fail`, `error` or `skipped`."""

    unique_id: str
    status: str
    seconds: float
    message: str | None
    failures: int | None
    failing_rows: str | None = None
    """Of a test, the query that returns what fails it."""
    relation: str | None = None
    """The table that it makes."""
    statement: str | None = None
    """What was sent to the database for it."""

    @property
    def name(self) -> str:
        """Name of the node, as the project writes it."""
        return self.unique_id.split(".")[2]

    @property
    def is_red(self) -> bool:
        """True for what must keep the release from its readers."""
        return self.status in {"error", "fail", "runtime error"}

    @property
    def is_too_large(self) -> bool:
        """True for what did not fit into the memory stated."""
        return OUT_OF_MEMORY in (self.message or "")


def node_results(finished: dbtRunnerResult) -> list[NodeResult]:
    """Return what became of each node; raises RunFailed where dbt itself could not run."""
    from dbt.artifacts.schemas.run import RunExecutionResult

    outcome = finished.result
    if not isinstance(outcome, RunExecutionResult):
        raise RunFailed(f"dbt build failed: {finished.exception}")
    return [_result(each) for each in outcome.results]


def _result(of_dbt: RunResult) -> NodeResult:
    from dbt.artifacts.resources.types import NodeType

    node = of_dbt.node
    rows = node.compiled_code if node.resource_type == NodeType.Test else None
    # an exposure is a node, too, and makes nothing
    file, relation = getattr(node, "build_path", None), getattr(node, "relation_name", None)
    sent = Path(file).read_text(encoding="utf-8") if file else None
    told = (str(of_dbt.status), of_dbt.execution_time, of_dbt.message, of_dbt.failures)
    return NodeResult(node.unique_id, *told, rows, relation, sent)
