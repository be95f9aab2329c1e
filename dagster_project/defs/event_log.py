"""Dagster's event log in SQLite, its connections kept: opened for each event, they cost more than a run's work.

What is told of many assets at once is written at once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import Any

import dagster as dg
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from dagster_project.settings import Settings

KEPT = 3
"""Connections: the index, the run at work, and one that somebody looks at."""
PLANNED_AT_ONCE = {"DAGSTER_EVENT_BATCH_SIZE": "10000"}
"""Dagster's own variable: the events that it plans for a run, it hands over together."""


def told_together(instance: dg.DagsterInstance) -> AbstractContextManager[None]:
    """Write what is told meanwhile at once, where it is written here."""
    storage = instance.event_log_storage
    return storage.together() if isinstance(storage, KeptSqliteEventLogStorage) else nullcontext()


class KeptSqliteEventLogStorage(SqliteEventLogStorage):
    """The same files as those of SqliteEventLogStorage; where the machine itself stops, the last events may be lost."""

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """Nothing: it lies where Dagster puts it, below the home of the instance."""
        return {}

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> KeptSqliteEventLogStorage:
        """Return the storage of this installation."""
        return cls(str(Settings.load().dagster / "history" / "runs"), inst_data)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all that is told meanwhile in one transaction of each file, also where what tells it breaks off."""
        if "_together" in self.__dict__:
            yield
            return
        written = ExitStack()
        self.__dict__["_together"] = {}, written
        try:
            yield
        finally:
            del self.__dict__["_together"]
            written.close()

    def store_event_batch(self, events: Sequence[dg.EventLogEntry]) -> None:
        """Write events at once."""
        with self.together():
            super().store_event_batch(events)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock, ExitStack() as alone:
            connections, written = self.__dict__.get("_together", ({}, alone))
            if shard not in connections:
                connections[shard] = written.enter_context(self._engine(shard).connect())
                written.enter_context(connections[shard].begin())
            yield connections[shard]

    def has_table(self, table_name: str) -> bool:
        """Tell whether a table is there; of one that is, Dagster asks again with each event."""
        return self._once(table_name, lambda: super(KeptSqliteEventLogStorage, self).has_table(table_name))

    def _has_asset_key_col_on_connection(self, conn: Connection, column_name: str) -> bool:
        asked = super()._has_asset_key_col_on_connection
        return self._once(f"asset_keys.{column_name}", lambda: asked(conn, column_name))

    def _once(self, name: str, is_there: Callable[[], bool]) -> bool:
        """Ask for a table or a column until it is there."""
        known: set[str] = self.__dict__.setdefault("_there", set())
        if name not in known and is_there():
            known.add(name)
        return name in known

    def _engine(self, shard: str) -> Engine:
        engines: OrderedDict[str, Engine] = self.__dict__.setdefault("_engines", OrderedDict())
        if shard not in engines:
            engine = create_engine(
                self.conn_string_for_shard(shard),
                poolclass=StaticPool,
                connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS, "check_same_thread": False},
            )
            event.listen(engine, "connect", lambda raw, record: raw.execute("pragma synchronous = normal"))
            engines[shard] = engine
        engines.move_to_end(shard)
        if shard not in self._initialized_dbs:
            self._initdb(engines[shard])
            self._initialized_dbs.add(shard)
        while len(engines) > KEPT:
            engines.popitem(last=False)[1].dispose()
        return engines[shard]

    def dispose(self) -> None:
        for engine in self.__dict__.get("_engines", {}).values():
            engine.dispose()
        super().dispose()
