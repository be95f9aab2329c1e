"""Dagster sees the flow: assets in groups, blocking checks, one scheduled job; and publishes it green or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pyarrow as pa
import pytest
from budgets import BUDGET, budget
from preparing import Builds

from dagster_project.definitions import defs
from dagster_project.defs.instance import opened_instance
from dagster_project.engine.lake import LakeTable
from dagster_project.errors import RunFailed
from dagster_project.extraction import extract
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.schemas import TABLES
from dagster_project.main_run import run_main_job, run_what_is_new
from dagster_project.publication.lock import run_lock
from dagster_project.publication.publish import seal
from dagster_project.publication.releases import Release, complete_releases, current_release
from dagster_project.runs.history import read_runs
from dagster_project.runs.reasons import Reasons
from dagster_project.runs.record import Outcome
from dagster_project.settings import Lake, Settings, environment_set
from dagster_project.store import refresh
from dagster_project.store.worker import Extractor
from dagster_project.warehouse.memory import Memory

pytestmark = pytest.mark.xdist_group("definitions")
CONTRADICTED = BUDGET.replace("| 20108 | 审计事务 | 120.00", "| 20108 | 审计事务 | 999.00")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return an installation in which the main job has run on a few documents: its steps are those over many."""
    folder = tmp_path_factory.mktemp("small")
    settings = Settings(folder / "raw", folder / "data")
    settings.raw.mkdir()
    for number, text in enumerate((BUDGET, BUDGET, CONTRADICTED)):
        (settings.raw / f"{number}.txt").write_text(budget(number, text), encoding="utf-8")
    run_main_job(settings)
    return settings


def extract_with(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the job extract every document anew, with another extractor."""

    def refreshed(settings: Settings, **told: Any) -> refresh.RefreshReport:
        return refresh.refresh(settings, extractor, extractor.__name__, isolated=False, **told)

    monkeypatch.setattr("dagster_project.defs.extracted.refresh", refreshed)


@pytest.fixture(scope="module")
def graph() -> dg.AssetGraph:
    """Return the asset graph of all definitions."""
    return defs().get_repository_def().asset_graph


def test_groups_repeat_the_flow(graph: dg.AssetGraph) -> None:
    groups = {node.group_name for node in graph.asset_nodes if node.is_materializable}
    assert groups >= {"raw", "extracted", "intermediate", "marts", "audit", "findings", "reports", "published"}


def test_no_group_reads_a_later_one(graph: dg.AssetGraph) -> None:
    nodes = [node for node in graph.asset_nodes if node.is_materializable]
    before = {
        (parent.group_name, node.group_name)
        for node in nodes
        for parent in map(graph.get, node.parent_keys)
        if parent.group_name != node.group_name
    }
    left = {node.group_name for node in nodes}
    while first := {group for group in left if not any(to == group and of in left for of, to in before)}:
        left -= first
    assert left == set()


def test_every_asset_has_kinds_an_owner_and_a_description_and_every_check_says_what_it_asks(
    graph: dg.AssetGraph,
) -> None:
    for node in graph.asset_nodes:
        if node.is_materializable:
            assert node.kinds, node.key
            assert node.owners, node.key
            assert node.description, node.key
    checks = [node for key in graph.asset_check_keys for node in [graph.get(key)]]
    assert [check.key for check in checks if not (check.description or "").endswith((".", "?"))] == []


@pytest.mark.parametrize("alone", ["rpt_totals", "release", "current_release"])
def test_a_part_that_would_publish_nothing_is_refused_with_a_sentence(
    alone: str, tmp_path: Path, small: Settings
) -> None:
    before = sorted(folder.name for folder in small.releases.iterdir())
    recorded = small.runs.read_text(encoding="utf-8")
    with environment_set(small.environment()), dg.DagsterInstance.ephemeral() as instance:
        job = defs().get_implicit_global_asset_job_def()
        result = job.execute_in_process(instance=instance, asset_selection=[dg.AssetKey(alone)], raise_on_error=False)
    assert not result.success
    told = str(reasons_of(result))
    assert "A release holds all tables or is none" in told or "run the whole job" in told
    assert sorted(folder.name for folder in small.releases.iterdir()) == before
    if alone != "current_release":
        assert small.runs.read_text(encoding="utf-8") == recorded


def reasons_of(result: dg.ExecuteInProcessResult) -> Reasons:
    """Return why a run failed."""
    reasons = Reasons()
    for event in result.all_events:
        reasons.hear(event)
    return reasons


def test_every_extracted_table_is_an_asset_that_dbt_reads(graph: dg.AssetGraph) -> None:
    for name in TABLES:
        assert graph.get(dg.AssetKey(["extracted", name])).parent_keys == {dg.AssetKey("raw_documents")}
    assert dg.AssetKey(["extracted", "ledger"]) in graph.get(dg.AssetKey("fct_ledger")).parent_keys


def test_the_pointer_comes_after_the_release_and_the_release_after_every_mart(graph: dg.AssetGraph) -> None:
    release = graph.get(dg.AssetKey("release"))
    marts = {node.key for node in graph.asset_nodes if node.group_name == "marts"}
    assert marts <= release.parent_keys
    assert graph.get(dg.AssetKey("current_release")).parent_keys == {release.key}


def test_what_is_about_the_release_blocks_and_what_is_about_a_document_warns(graph: dg.AssetGraph) -> None:
    blocking = {key.name: graph.get(key).blocking for key in graph.asset_check_keys}
    of_release = {
        "documents_key_is_unique",
        "ledger_belong_to_a_document",
        "ledger_adds_up",
        "statement_lines_reconcile",
    }
    of_documents = {"second_count_agrees", "every_fact_stands_in_the_ledger", "ledger_key_is_unique"}
    assert all(blocking[name] for name in of_release)
    assert not any(blocking[name] for name in of_documents)


def test_documents_are_judged_before_dbt_reads_them(graph: dg.AssetGraph) -> None:
    withheld = dg.AssetKey(["judged", "withheld_documents"])
    assert withheld in graph.get(dg.AssetKey("int_documents_described")).parent_keys
    assert dg.AssetKey(["extracted", "ledger"]) in graph.get(withheld).parent_keys


def test_the_main_job_is_everything_and_runs_at_two_in_shanghai(graph: dg.AssetGraph) -> None:
    repository = defs().get_repository_def()
    job = repository.get_job("main_job")
    assert job.asset_layer.executable_asset_keys == graph.materializable_asset_keys
    schedule = repository.get_schedule_def("nightly")
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 2 * * *", "Asia/Shanghai")
    assert schedule.job_name == "main_job"


def test_a_second_run_tells_its_steps_and_publishes_the_same_parquet(small: Settings, builds: Builds) -> None:
    def marts() -> dict[str, bytes]:
        release = current_release(small)
        assert release is not None
        # rpt_release holds the release's own name
        return {file.name: file.read_bytes() for file in release.parquet.iterdir() if file.stem != "rpt_release"}

    steps: list[str] = []
    before, parquet = current_release(small), marts()
    with builds.in_earnest():
        release = run_main_job(small, lambda kind, what: steps.append(what) if kind == "step" else None)
    assert steps[0] == "raw_documents"
    assert steps.index("release_invariants") < steps.index("current_release")
    assert steps.index("release") < steps.index("families_of_rules")
    assert release == current_release(small) != before
    assert release.row_counts()["fct_ledger"] > 0
    assert marts() == parquet
    run = read_runs(small)[-1]
    assert (run.outcome, run.release_id, run.new) == (Outcome.PUBLISHED, release.release_id, 0)
    assert run.numbers == release.row_counts()["fct_ledger"]
    assert {"extracted_tables", "dbt_models", "release"} <= {step.step for step in run.steps}
    with environment_set(small.environment()), opened_instance(small) as instance:
        assert instance.get_runs(limit=1)[0].run_id == run.run_id
        event = instance.get_latest_materialization_event(dg.AssetKey("rpt_expenditure"))
        assert event is not None
        assert event.asset_materialization is not None
        metadata = event.asset_materialization.metadata
    assert metadata["dagster/row_count"].value == release.row_counts()["rpt_expenditure"]
    assert "document_file" in str(metadata["preview"].value)
    # what is new is asked of the folder, and there is nothing
    assert run_what_is_new(small) == release
    assert read_runs(small)[-1].outcome is Outcome.UNCHANGED


def test_a_night_without_news_is_skipped_with_its_reason(small: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    nightly = defs().get_repository_def().get_schedule_def("nightly")
    release = current_release(small)
    assert release is not None
    with environment_set(small.environment()):
        monkeypatch.setattr("dagster_project.defs.main_job.release_of_unchanged", lambda settings: None)
        assert len(nightly.evaluate_tick(dg.build_schedule_context()).run_requests) == 1
        monkeypatch.setattr("dagster_project.defs.main_job.release_of_unchanged", lambda settings: release)
        tick = nightly.evaluate_tick(dg.build_schedule_context())
        wanting = small.environment() | {"YUSUAN_LAKE": "hdfs:///yusuan/marts"}
        with environment_set(wanting):
            asked = nightly.evaluate_tick(dg.build_schedule_context()).run_requests
    assert tick.run_requests == []
    assert release.release_id in (tick.skip_message or "")
    assert [request.asset_selection for request in asked or ()] == [[dg.AssetKey("lake")]]


def test_a_release_stays_where_only_its_lake_lacks_something(small: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    release = current_release(small)
    wanting = replace(small, cluster=replace(small.cluster, lake=Lake("hdfs:///yusuan/marts")))
    written: list[str] = []

    def refused(lake: Lake, cores: int, tables: Iterable[LakeTable]) -> Iterator[LakeTable]:
        raise RunFailed("The lake lacks dim_documents.")

    def taken(lake: Lake, cores: int, tables: Iterable[LakeTable]) -> Iterator[LakeTable]:
        for table in tables:
            written.append(table.name)
            yield table

    monkeypatch.setattr("dagster_project.main_run.refuse_without_spark", lambda: None)
    monkeypatch.setattr("dagster_project.publication.lake.write_tables", refused)
    with pytest.raises(RunFailed, match="The lake lacks dim_documents"):
        run_what_is_new(wanting)
    last = read_runs(small)[-1]
    assert (current_release(small), last.outcome) == (release, Outcome.INCOMPLETE)
    assert last.findings is not None, "of the release that stays"
    monkeypatch.setattr("dagster_project.publication.lake.write_tables", taken)
    assert run_what_is_new(wanting) == release
    assert "dim_documents" in written
    assert read_runs(small)[-1].outcome is Outcome.UNCHANGED
    written.clear()
    run_what_is_new(wanting)
    assert written == []
    small.lake_note.unlink()


def test_a_defect_leaves_the_last_good_release(small: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    good = current_release(small)

    def broken(content: bytes, file: str, corrections: tuple[Correction, ...]) -> Extraction:
        raise KeyError("header")

    extract_with(broken, monkeypatch)
    with pytest.raises(RunFailed, match=r"(?s)The extractor broke on .*KeyError.*Nothing was published"):
        run_main_job(small)
    assert current_release(small) == good


def test_an_invariant_that_does_not_hold_keeps_the_release_back(
    small: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = current_release(small)

    def of_nobody(content: bytes, file: str, corrections: tuple[Correction, ...]) -> Extraction:
        whole = extract(content, file)
        ledger = whole.tables["ledger"]
        foreign = pa.array(["0" * 16] * ledger.num_rows)
        place = ledger.schema.get_field_index("document_id")
        return Extraction(
            whole.document_id, {**whole.tables, "ledger": ledger.set_column(place, "document_id", foreign)}
        )

    extract_with(of_nobody, monkeypatch)
    with pytest.raises(RunFailed, match="ledger_belong_to_a_document"):
        run_main_job(small)
    assert current_release(small) == good


def test_an_invariant_of_the_release_keeps_it_back(small: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    good = current_release(small)

    def losing_a_number(release: Release, build: Path, memory: Memory, inputs: str | None) -> dict[str, int]:
        with duckdb.connect(str(build)) as connection:
            connection.execute("delete from marts.fct_ledger where rowid = 0")
        return seal(release, build, memory, inputs)

    monkeypatch.setattr("dagster_project.defs.published.seal", losing_a_number)
    with pytest.raises(RunFailed, match="every_number_is_published") as failure:
        run_main_job(small, rebuild=True)
    assert current_release(small) == good
    # what was found in documents is no reason of the failure
    assert good is not None
    assert good.row_counts()["fct_findings"] > 0
    assert "findings_" not in str(failure.value)


def test_a_second_run_is_kept_out(small: Settings) -> None:
    with run_lock(small.lock), pytest.raises(RunFailed, match="Another run is at work"):
        run_main_job(small)
    assert len(complete_releases(small)) > 0
