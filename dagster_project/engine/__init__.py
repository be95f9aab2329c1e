"""What reads the documents: worker processes of this machine, or a cluster of Spark with the same ones.

On a cluster a document is read by the same extractor in the same bounds, and what is kept of it is the same, byte for
byte; everything before (inventory, archive) and after (buckets, models, publication) happens here. Does not belong
here: what a document says. Nothing of Spark is imported until documents are read on it, or brought from its file
systems. The lake is written here, too, by Spark or as tables of Delta without it.
"""

from __future__ import annotations

from dagster_project.engine.source import bring_home
from dagster_project.settings import Engine, Settings
from dagster_project.store.refresh import Readers
from dagster_project.store.workers import read_in_workers

__all__ = ["bring_home", "readers_of"]


def readers_of(settings: Settings) -> Readers:
    """Return who reads documents, as the settings say."""
    if settings.cluster.engine is Engine.EMBEDDED:
        return read_in_workers
    from dagster_project.engine.reading import ClusterReaders

    return ClusterReaders(settings.cluster)
