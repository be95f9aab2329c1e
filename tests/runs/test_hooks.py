"""A failed run is told by webhook and mail; what cannot be told is itself told. All of it on loopback."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from aiosmtpd.controller import Controller
from run_records import run

from dagster_project.runs import hooks
from dagster_project.runs.hooks import tell
from dagster_project.runs.record import Outcome
from dagster_project.settings import Settings, Told
from dagster_project.settings.variables import MAIL_FROM, MAIL_SERVER, MAIL_TO, WEBHOOK

FAILED = run("1", outcome=Outcome.FAILED, error="原始文件夹不见了", release_id="20260101T180000Z-0")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return an installation of which nobody is told."""
    for name in (WEBHOOK, MAIL_TO, MAIL_FROM, MAIL_SERVER):
        monkeypatch.delenv(name, raising=False)
    return Settings(tmp_path / "raw", tmp_path / "data")


class Hearing(BaseHTTPRequestHandler):
    """Keeps what is posted, and answers with a status."""

    heard: list[tuple[str, Any]]
    status = 204

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.heard.append((self.headers["Content-Type"], json.loads(body)))
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def webhook(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Hearing]]:
    """Return what a webhook on loopback hears."""

    class OfThisTest(Hearing):
        heard: ClassVar[list[tuple[str, Any]]] = []

    with HTTPServer(("127.0.0.1", 0), OfThisTest) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv(WEBHOOK, f"http://127.0.0.1:{server.server_port}/hook")
        yield OfThisTest
        server.shutdown()


class Mailbox:
    """Keeps the mails a server on loopback takes."""

    def __init__(self) -> None:
        self.mails: list[Any] = []

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802 (its name)
        self.mails.append(envelope)
        return "250 kept"


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """Return the mails that arrive."""
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=_free_port())
    controller.start()
    monkeypatch.setenv(MAIL_TO, "night@example.org, day@example.org")
    monkeypatch.setenv(MAIL_FROM, "yusuan@example.org")
    monkeypatch.setenv(MAIL_SERVER, f"smtp://127.0.0.1:{controller.port}")
    yield box
    controller.stop()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def test_nobody_is_told_where_nobody_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "urlopen", lambda *told, **how: pytest.fail("somebody was told"))
    assert tell(FAILED, settings) is None


def test_a_webhook_hears_the_run(settings: Settings, webhook: type[Hearing]) -> None:
    assert tell(FAILED, settings) is None
    ((kind, told),) = webhook.heard
    assert kind.startswith("application/json")
    assert told["run"] == json.loads(json.dumps(FAILED.told()))
    assert "原始文件夹不见了" in told["text"]
    assert told["data"] == str(settings.data)


def test_people_get_a_mail(settings: Settings, mailbox: Mailbox) -> None:
    assert tell(FAILED, settings) is None
    (mail,) = mailbox.mails
    assert mail.mail_from == "yusuan@example.org"
    assert mail.rcpt_tos == ["night@example.org", "day@example.org"]


def test_a_webhook_that_refuses_is_told_and_the_mail_sent(
    settings: Settings, webhook: type[Hearing], mailbox: Mailbox
) -> None:
    webhook.status = 500
    assert "HTTPError: HTTP Error 500" in (tell(FAILED, settings) or "")
    assert len(mailbox.mails) == 1


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (WEBHOOK, "file:///etc/hostname", "begins with https://"),
        (WEBHOOK, "http://127.0.0.1:{closed}/", "refused"),
        (MAIL_SERVER, "127.0.0.1:25", "smtp://host:25"),
        (MAIL_SERVER, "smtp://127.0.0.1:{closed}", "refused"),
    ],
)
def test_what_cannot_be_told_says_why(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str
) -> None:
    monkeypatch.setenv(name, value.format(closed=_free_port()))
    if name == MAIL_SERVER:
        monkeypatch.setenv(MAIL_TO, "night@example.org")
    assert expected in (tell(FAILED, settings) or "")


def test_a_password_is_not_sent_in_the_clear(
    settings: Settings, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Told.load().mail_server.removeprefix("smtp://")
    monkeypatch.setenv(MAIL_SERVER, f"smtp://somebody:secret@{server}")
    assert "the password was not sent" in (tell(FAILED, settings) or "")
    assert mailbox.mails == []
    assert "secret" not in repr(Told.load())
