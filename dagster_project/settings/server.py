"""A Spark Thrift server that people already operate, on which the models are built."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import unquote, urlsplit

from dagster_project.errors import UsageError
from dagster_project.settings.variables import SPARK_SERVER

WANTED = (
    f"{SPARK_SERVER} is no address of a server. State one as thrift://host:10000 or thrift://user:password@host:10000."
)


@dataclass(frozen=True)
class Server:
    """Where a server listens, and as whom this installation works there: by LDAP where a password is stated."""

    address: str = field(repr=False)
    host: str
    port: int
    user: str
    password: str | None = field(repr=False)

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Self | None:
        """Return what is stated, None where nothing is; raises UsageError for what is no address."""
        address = environment.get(SPARK_SERVER)
        if not address:
            return None
        try:
            parts = urlsplit(address)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise UsageError(WANTED) from error
        if parts.scheme != "thrift" or not host or not port or parts.path.strip("/") or parts.query:
            raise UsageError(WANTED)
        password = unquote(parts.password) if parts.password else None
        return cls(address, host, port, unquote(parts.username or "") or getpass.getuser(), password)
