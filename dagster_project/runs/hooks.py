"""Whom a failed run is told: a webhook gets it as JSON, people get a mail."""

from __future__ import annotations

import json
import smtplib
import socket
from collections.abc import Callable
from email.message import EmailMessage
from http.client import HTTPException
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from dagster_project.errors import UsageError
from dagster_project.runs.record import Run
from dagster_project.settings import Settings, Told
from dagster_project.settings.variables import MAIL_SERVER, WEBHOOK

SECONDS = 10


def tell(run: Run, settings: Settings) -> str | None:
    """Tell a failed run to all who are to be told; return why somebody could not be, None where all were."""
    told = Told.load()
    sentence = f"Yusuan: the run in {settings.data} on {socket.gethostname()} {run.outcome.told}: {run.error}"
    ways: list[Callable[[], None]] = []
    if told.webhook:
        ways.append(lambda: _post(told.webhook, {"text": sentence, "data": str(settings.data), "run": run.told()}))
    if told.mail_to:
        ways.append(lambda: _mail(told, sentence, run))
    problems = [problem for way in ways if (problem := _problem(way))]
    return "; ".join(problems) or None


def _problem(way: Callable[[], None]) -> str | None:
    """Try a way and return why it failed: the run has failed already, and that is what is told."""
    try:
        way()
    except (OSError, HTTPException, smtplib.SMTPException, UsageError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return None


def _post(address: str, told: dict[str, object]) -> None:
    if urlsplit(address).scheme not in {"http", "https"}:
        raise UsageError(f"{WEBHOOK} is “{address}”. State an address that begins with https:// or http://.")
    body = json.dumps(told, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "yusuan"}
    with urlopen(Request(address, body, headers), timeout=SECONDS) as answer:
        answer.read()


def _mail(told: Told, sentence: str, run: Run) -> None:
    """Send a mail, encrypted where the server can; a password is sent in no other way."""
    server = urlsplit(told.mail_server)
    if server.scheme not in {"smtp", "smtps"} or not server.hostname:
        raise UsageError(
            f"{MAIL_SERVER} is “{told.mail_server}”. State smtp://host:25 or smtps://user:secret@host:465."
        )
    opened = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
    with opened(server.hostname, server.port or 0, timeout=SECONDS) as connection:
        connection.ehlo()
        is_encrypted = server.scheme == "smtps"
        if not is_encrypted and connection.has_extn("starttls"):
            connection.starttls()
            is_encrypted = True
        if server.username:
            if not is_encrypted:
                raise UsageError(f"{server.hostname} takes no encrypted connection, so the password was not sent.")
            connection.login(unquote(server.username), unquote(server.password or ""))
        connection.send_message(_message(told, sentence, run))


def _message(told: Told, sentence: str, run: Run) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = f"Yusuan: a run {run.outcome.told}"
    message["From"], message["To"] = told.mail_from, told.mail_to
    message.set_content(f"{sentence}\n\n{json.dumps(run.told(), ensure_ascii=False, indent=2)}\n")
    return message
