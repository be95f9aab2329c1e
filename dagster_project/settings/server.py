"""A Spark Thrift server that people already operate, on which the models are built."""

from __future__ import annotations

import getpass
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self
from urllib.parse import SplitResult, unquote, urlsplit

from dagster_project.errors import UsageError
from dagster_project.settings.variables import SPARK_SERVER

WANTED = (
    f"{SPARK_SERVER} is no address of a server. State one as thrift://host:10000, thrift://user:password@host:10000, "
    "or https://token:secret@host/sql/protocolv1/o/organization/cluster."
)
BEHIND_HTTPS = re.compile(r"/sql/protocolv1/o/([^/]+)/([^/]+)/?")
"""The path that dbt-spark asks for, whoever answers there."""
HTTPS = 443


class Gate(NamedTuple):
    """What is told apart behind one HTTPS address: by their names in its path."""

    organization: str
    cluster: str


@dataclass(frozen=True)
class Server:
    """Where a server listens, and as whom this installation works there.

    By LDAP where a password is stated; behind HTTPS by a token, which is the password.
    """

    address: str = field(repr=False)
    host: str
    port: int
    user: str
    password: str | None = field(repr=False)
    gate: Gate | None = None
    """Where it answers over HTTPS; None where it speaks Thrift by itself."""

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
        gate = _gate(parts)
        port = port or (HTTPS if gate else None)
        user, password = (unquote(part) if part else None for part in (parts.username, parts.password))
        is_thrift = parts.scheme == "thrift" and not parts.path.strip("/")
        is_behind_gate = gate is not None and user == "token" and password is not None
        if not host or not port or parts.query or not (is_thrift or is_behind_gate):
            raise UsageError(WANTED)
        return cls(address, host, port, user or getpass.getuser(), password, gate)

    @property
    def url(self) -> str | None:
        """Where it answers over HTTPS, without the token; None where it does not."""
        if self.gate is None:
            return None
        return f"https://{self.host}:{self.port}/sql/protocolv1/o/{self.gate.organization}/{self.gate.cluster}"


def _gate(parts: SplitResult) -> Gate | None:
    found = BEHIND_HTTPS.fullmatch(parts.path) if parts.scheme == "https" else None
    return Gate(*map(unquote, found.groups())) if found else None
