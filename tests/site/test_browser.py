"""The site in a browser, from disk: nothing is fetched that is not part of it, nothing goes wrong, search finds."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from dagster_project.site import overview
from dagster_project.site.catalogue import Body, Catalogue
from dagster_project.site.pages import SEARCH, Pages

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.xdist_group("warehouse"),
    pytest.mark.skipif(BROWSER is None, reason="chromium is not installed"),
]


def browse(address: str, folder: Path) -> tuple[html.HtmlElement, list[str], set[str]]:
    """Open a page and return it as it stands then, what the console says, and every address that was asked for."""
    net = folder / "net.json"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    options += ["--disable-component-update", "--enable-logging=stderr", "--virtual-time-budget=4000"]
    options += [f"--user-data-dir={folder / 'profile'}", f"--log-net-log={net}", "--dump-dom", address]
    done = subprocess.run([str(BROWSER), *options], capture_output=True, text=True, timeout=600, check=True)
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    log = json.loads(net.read_text())
    started = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    asked = {
        event["params"]["url"]
        for event in log["events"]
        if event["type"] == started and event["params"].get("initiator", "").startswith(("file:", "null"))
    }
    return html.fromstring(done.stdout), console, asked


@pytest.mark.parametrize("kind", ["", "regions", "years", "bodies", "documents", "en/bodies", "en/documents"])
def test_a_page_opens_from_disk_and_asks_for_nothing_else(site: Path, tmp_path: Path, kind: str) -> None:
    file = sorted((site / kind).rglob("*.html"))[0] if kind else site / "index.html"
    root, console, asked = browse(file.as_uri(), tmp_path)
    assert root.xpath("//h1")
    assert console == []
    assert all(address.startswith(("file:", "data:")) for address in asked), asked


def test_search_finds_by_all_words_in_any_width(site: Path, tmp_path: Path) -> None:
    root, console, _ = browse(
        f"{(site / 'search.html').as_uri()}?q=%E5%9D%AA%E5%B1%B1+%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%90", tmp_path
    )
    assert console == []
    links = root.xpath("//ol[@id = 'found']/li/a/@href")
    assert len(links) == 1
    assert (site / links[0]).is_file()


@pytest.mark.parametrize(
    ("asked", "found", "told", "loaded"),
    [
        ("%E5%B1%80", 200, "超过 200 项，以下为前 200 项", 1),
        ("%E7%AC%AC2999%E5%B1%80", 1, "检索到 1 项", 3),
        ("%E6%97%A0", 0, "没有检索到", 3),
    ],
    ids=["many", "the last", "none"],
)
def test_search_loads_no_more_of_the_index_than_it_takes(
    tmp_path: Path, asked: str, found: int, told: str, loaded: int
) -> None:
    bodies = [Body(f"x:{n}", f"第{n}局", "unit", None, None, None, None, 2031, 2031, None) for n in range(3_000)]
    script = Path(overview.__file__).with_name("search.js").read_bytes()
    files = overview.search_files(Pages({"release_id": "r", "built_at": "t"}, Catalogue([], bodies))) | {SEARCH: script}
    for address, written in files.items():
        file = tmp_path / "site" / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written)
    root, console, _ = browse(f"{(tmp_path / 'site' / 'search.html').as_uri()}?q={asked}", tmp_path)
    assert console == []
    assert len(root.xpath("//ol[@id = 'found']/li")) == found
    assert told in root.get_element_by_id("told").text_content()
    assert len(root.xpath("//head/script[contains(@src, 'assets/index')]")) == loaded
