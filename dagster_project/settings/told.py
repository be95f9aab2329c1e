"""Whom a run that failed is told."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from dagster_project.settings.variables import MAIL_FROM, MAIL_SERVER, MAIL_TO, WEBHOOK


@dataclass(frozen=True)
class Told:
    """Whom a failed run is told; an empty text is nobody. May hold a password: it is shown nowhere."""

    webhook: str
    mail_to: str
    mail_from: str
    mail_server: str = field(repr=False)

    @classmethod
    def load(cls, environment: Mapping[str, str] = os.environ) -> Told:
        """Return what the environment states."""
        stated = (environment.get(name) or "" for name in (WEBHOOK, MAIL_TO, MAIL_FROM, MAIL_SERVER))
        webhook, mail_to, mail_from, mail_server = stated
        return cls(webhook, mail_to, mail_from or "yusuan@localhost", mail_server or "smtp://localhost:25")
