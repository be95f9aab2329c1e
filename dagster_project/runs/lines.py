"""A run told in JSON, one object a line, for programs that collect logs: time, level, step, document, message."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any


def line(level: str, message: str, step: str | None = None, document: str | None = None) -> str:
    """Return one line; a message of several lines is one all the same."""
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    told = {"time": time, "level": level, "step": step, "document": document, "message": message}
    return json.dumps(told, ensure_ascii=False)


def tell(level: str, message: str, step: str | None = None, document: str | None = None) -> None:
    """Print one line, at once."""
    # a name of a file need not be UTF-8
    sys.stdout.write(line(level, message, step, document).encode(errors="backslashreplace").decode() + "\n")
    sys.stdout.flush()


class Lines(logging.Handler):
    """Prints what steps say to people, and each document that is done; not what Dagster says of itself."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record."""
        meta: dict[str, Any] = getattr(record, "dagster_meta", {})
        document = getattr(record, "document", None)
        if meta.get("dagster_event") is None and (record.levelno >= logging.INFO or document is not None):
            message = meta.get("orig_message") or record.getMessage()
            tell(record.levelname.lower(), message, meta.get("step_key"), document)
