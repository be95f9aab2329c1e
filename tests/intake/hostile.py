"""A raw folder from a stranger: names, links, kinds of file, archives, YAML, markup and sizes; none of it does harm."""

from __future__ import annotations

import io
import os
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path

NAMES = [
    "空 格.txt",
    "引'号.txt",
    '双"引号.txt',
    "[括]号.txt",
    "100%.txt",
    "{花}.txt",
    "#井?.txt",
    "*星.txt",
    "-rf.txt",
    "$(echo a).txt",
    "`a`.txt",
    "a;b|c&d.txt",
    "a..txt",
    "a\\b.txt",
    "换\n行.txt",
    "制\t表.txt",
    "响\x07铃.txt",
    "\x1b[31m红.txt",
    "倒\u202e序.txt",
    "零\u200b宽.txt",
    "é合.txt",
    "é分.txt",
    "名" * 80 + ".txt",
    "no suffix",
    "a.txt.txt.exe",
    "a.PDF",
    "a.xlsx",
    "a.docx",
    "a.html",
    "con.txt",
    "outer.zip!",
    "null",
    "=1+1.txt",
    "@a.txt",
    "a!!b.txt",
]
BYTES_OF_NAMES = [b"\xff\xfe.txt", b"\xc4\xea\xb6\xc8.txt", b"a\x80b.txt", b"\xf0\x28.txt"]
SIDECARS = [
    "published_on: 2026-02-31",
    "published_on: 5",
    "published_on: [2026, 1]",
    "published_on: {a: b}",
    "retrieved_on: 2026-13-01",
    "retrieved_on: yesterday",
    "source_url: [a]",
    "colour: red",
    "- a list",
    "a word",
    "5",
    "{",
    "a: b: c",
    "\tpublished_on: 1",
    "&a [*a]",
    "? [a, b]\n: c",
    "!!python/object/apply:os.getcwd []",
    "source_url: !!binary a",
    "source_url: " + "u" * 20_000,
    "source_url: '\\ud800'",
    'source_url: "\\ud800"',
    "[" * 500,
    "{a: " * 500,
    "- " * 500 + "a",
    "# " + "x" * 70_000,
    "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]",
    "published_on: 2026-01-01\npublished_on: 2026-01-02",
    "published_on: 99999999999999999999-01-01",
    "source_url: 1:1:1:1:1",
    "--- a\n--- b",
]
MARKUP = [
    "<html>" + "<div>" * 300,
    "<html><table>" + "<tr><td>1" * 50,
    "<html><table><tr><td rowspan=99999 colspan=99999>1</td></tr></table>",
    "<html><script>alert(1)</script><p>x",
    "<html><iframe src='file:///etc/hostname'></iframe>",
    "<!DOCTYPE html><p>&nothing;&#0;&#x110000;",
    "<?xml version='1.0'?><html>",
    "<html><meta charset='nowhere'>",
    "<html><p>" + "<b>" * 300 + "1",
    "<table><tr><td>1</table></table></table>",
]
TEXTS = [
    "",
    " ",
    "\n" * 500,
    "\t" * 500,
    "|" * 500,
    "|" + "1|" * 500,
    "1" * 5_000,
    "," * 500,
    "（" * 500,
    "一" * 500 + "万元",
    "9" * 60 + "万元",
    "联系人：" * 200,
    "<input" * 200,
    "--|--|" * 200,
    "收入支出表\n单位：万元\n项目\t金额\n甲\t１２３\n",
    "ﬁ①②㊀\u2f00\u3000１",
    "1e999\t-0\t.5\t5.\t+",
    "a\r\nb\rc",
    "\ufeff\ufeffa",
    "\u0000a",
]


def packed(members: list[tuple[str, bytes]]) -> bytes:
    """Return a ZIP."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


def archives() -> Iterator[bytes]:
    """Yield ZIPs: names that lead out, many members, one in another, broken ones, and those that are none."""
    for name in ("../out.txt", "/tmp/out.txt", "a/../../out.txt", "C:\\out.txt", "..\\out.txt", "a\nb.txt", "/", "."):
        yield packed([(name, b"out"), ("in.txt", b"in of " + name.encode())])
    whole = packed([("a.txt", b"whole" * 50), ("b.txt", b"whole" * 60)])
    yield from (whole[:length] for length in (4, 20, 60, len(whole) // 2, len(whole) - 5))
    yield from (whole[:place] + b"\xff\xff" + whole[place + 2 :] for place in range(0, len(whole) - 2, 29))
    nested = packed([("a.txt", b"nested")])
    for _ in range(5):
        nested = packed([("inner.zip", nested)])
        yield nested
    yield packed([])
    yield packed([(f"{number}.txt", b"member %d" % number) for number in range(60)])
    yield packed([("zeros.txt", b"\0" * 2**20)])
    yield packed([("xl/workbook.xml", b"<x/>"), ("[Content_Types].xml", b"<x/>")])
    yield packed([("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")])


def signatures() -> Iterator[tuple[str, bytes]]:
    """Yield files that begin as what they are not."""
    begins = (b"%PDF-1.7", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
    others = (
        b"Rar!\x1a\x07\x00",
        b"7z\xbc\xaf\x27\x1c",
        b"\x1f\x8b\x08",
        b"{\\rtf1",
        b"GIF89a",
        b"\x7fELF",
        b"#!/bin/sh",
    )
    for number, begin in enumerate((*begins, *others)):
        yield f"begins{number}.pdf", begin
        yield f"begins{number}.xlsx", begin + b" and goes on" * 20


def fill(raw: Path, outside: Path) -> int:
    """Fill a raw folder; nothing of it may be followed to `outside`. Return how many things lie there to be told of."""
    before = sum(1 for _ in outside.rglob("*"))
    for kind, contents in (("names", [name.encode() for name in NAMES]), ("bytes", BYTES_OF_NAMES)):
        (raw / kind).mkdir(parents=True)
        for number, name in enumerate(contents):
            Path(os.fsdecode(bytes(raw / kind) + b"/" + name)).write_text(f"{kind} {number}")
    for kind, texts in (("markup", MARKUP), ("texts", TEXTS)):
        (raw / kind).mkdir()
        for number, text in enumerate(texts):
            (raw / kind / f"{number}.{'html' if kind == 'markup' else 'txt'}").write_text(text, encoding="utf-8")
    (raw / "sizes").mkdir()
    for size in range(50):
        (raw / "sizes" / f"{size}.txt").write_bytes(b"1" * size)
    (raw / "sidecars").mkdir()
    for number, text in enumerate(SIDECARS):
        (raw / "sidecars" / f"{number}.txt").write_text(f"document {number}")
        (raw / "sidecars" / f"{number}.txt.source.yml").write_text(text)
    for number, content in enumerate(archives()):
        (raw / f"archive{number}.zip").write_bytes(content)
    for name, content in signatures():
        (raw / name).write_bytes(content)
    _links_and_devices(raw / "links", outside)
    assert sum(1 for _ in outside.rglob("*")) == before
    files = [path for path in raw.rglob("*") if path.is_symlink() or not path.is_dir()]
    return sum(not path.name.endswith(".source.yml") for path in files)


def _links_and_devices(folder: Path, outside: Path) -> None:
    folder.mkdir()
    links = {
        "file out.txt": outside / "secret.txt",
        "folder out": outside,
        "system": Path("/etc"),
        "device": Path("/dev/zero"),
        "nowhere": Path("nowhere"),
        "itself": Path("itself"),
        "there": Path("back"),
        "back": Path("there"),
        "up": Path(".."),
        "inside.txt": Path("../texts/14.txt"),
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    os.mkfifo(folder / "pipe.pdf")
    (folder / "document.txt").write_text("a document whose sidecar is a pipe")
    os.mkfifo(folder / "document.txt.source.yml")
    (folder / "other.txt").write_text("a document whose sidecar leads out")
    (folder / "other.txt.source.yml").symlink_to(outside / "secret.txt")
    here = Path.cwd()
    # the path of a socket is short
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("socket.txt")
    finally:
        os.chdir(here)
