"""A scan that is recognised in shares and put together is the scan that one process reads."""

from __future__ import annotations

import hashlib
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from dagster_project.engine.errands import PICTURES, RECOGNISED, SHARE, Answer, Errand, Errands, ErrandWork
from dagster_project.extraction import extract
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.ocr import sharing
from dagster_project.extraction.read.ocr.sharing import ManyPictures, Share, Sharing
from dagster_project.intake.inventory import RawDocument
from dagster_project.intake.sidecar import Source
from dagster_project.store.costs import Cost
from dagster_project.store.parts import Parts
from dagster_project.store.surroundings import Entry
from dagster_project.store.worker import Reading

if ocr.missing() is None:
    from scanned_pages import pdf, scan

    from dagster_project.extraction.read.ocr import pages
    from dagster_project.extraction.read.ocr.images import Image
    from dagster_project.extraction.read.ocr.recognised import Recognised

TABLE = ["单位：万元", "科目编码\t科目名称\t本年预算", "301\t工资福利支出\t1,234.50", "302\t商品和服务支出\t765.50"]


def entry_of(content: bytes, archive: Path) -> Entry:
    """Return a document, its bytes in the archive."""
    sha = hashlib.sha256(content).hexdigest()
    archive.mkdir(exist_ok=True)
    (archive / sha).write_bytes(content)
    return Entry(RawDocument(file="scan.pdf", content_sha256=sha, size=len(content), source=Source()), None)


def test_a_process_without_a_share_recognises_all() -> None:
    sharing.expect(1_000)
    assert not any(map(sharing.is_left_to_others, range(100)))
    assert sharing.once([np.zeros((1, 1, 3), np.uint8)], lambda: "found") == "found"


def test_shares_are_all_pictures_and_no_picture_twice() -> None:
    taken = []
    for at in range(3):
        with sharing.told(Sharing(Share(at, 3))):
            taken.append([number for number in range(20) if not sharing.is_left_to_others(number)])
    assert sorted(chain.from_iterable(taken)) == list(range(20))
    assert not any(map(sharing.is_left_to_others, range(20)))


def test_many_pictures_are_told_before_the_first_is_recognised() -> None:
    with sharing.told(Sharing(most=3)):
        sharing.expect(3)
        with pytest.raises(ManyPictures, match="4 pictures"):
            sharing.expect(4)


def test_pictures_are_known_by_their_pixels_and_their_shape() -> None:
    some, turned = np.arange(12, dtype=np.uint8).reshape(2, 2, 3), np.arange(12, dtype=np.uint8).reshape(1, 4, 3)
    first = Sharing()
    with sharing.told(first):
        assert sharing.once([some], lambda: "some") == "some"
    with sharing.told(Sharing(known=[first.packed()])):
        assert sharing.once([some.copy()], lambda: "again") == "some"
        assert sharing.once([turned], lambda: "turned") == "turned"
        assert sharing.once([some, some], lambda: "two") == "two"


def test_a_document_is_sent_for_again_when_its_last_share_is_back(tmp_path: Path) -> None:
    errands, first = Errands(), Errand(entry_of(b"scan", tmp_path))
    counted = Answer(None, Cost(1.0, 10.0), {PICTURES: str(2 * SHARE + 1).encode()})
    shares = list(errands.follow(first, counted))
    assert [errand.share for errand in shares] == [Share(at, 3) for at in range(3)]
    brought = Answer(None, Cost(2.0, 30.0), {RECOGNISED: b"some"})
    failed = Answer(None, Cost(2.0, 20.0), {})
    assert [*errands.follow(shares[1], brought), *errands.follow(shares[0], failed)] == []
    assert errands.are_out(shares[0])
    (whole,) = errands.follow(shares[2], brought)
    assert (whole.share, whole.known) == (None, (b"some", b"some"))
    done = Answer(None, Cost(3.0, 5.0), {"tables": b"all"})
    assert [*errands.follow(whole, done)] == []
    assert not errands.are_out(whole)
    assert errands.cost(whole, done) == Cost(10.0, 30.0)


@pytest.mark.skipif(ocr.missing() is not None, reason=f"scans are not read here: {ocr.INSTALL}")
def test_a_scan_in_shares_is_the_scan_that_one_process_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recognised: list[int] = []
    recognise = pages.recognised

    def counted(image: Image) -> Recognised:
        recognised.append(1)
        return recognise(image)

    monkeypatch.setattr(pages, "recognised", counted)
    count = SHARE + 2
    entry = entry_of(
        pdf([scan([f"第{number}部分", *TABLE], 120) for number in range(count)], 120), tmp_path / "archive"
    )
    alone = Reading(extract, tmp_path / "archive", Parts(tmp_path / "alone"))
    assert alone.attempt(entry, 0) is None
    assert len(recognised) == count
    there = Parts(tmp_path / "there")
    work = ErrandWork(Reading(extract, tmp_path / "archive", there))
    errands, waiting = Errands(), [Errand(entry)]
    taken = []
    while waiting:
        recognised.clear()
        there.drop(entry.key)
        errand = waiting.pop(0)
        assert work.attempt(errand, 0) is None
        taken.append((errand.at, len(recognised)))
        waiting += errands.follow(errand, Answer(None, Cost(0.0, 0.0), there.packed(entry.key)))
    assert taken == [(None, 0), (0, count / 2), (1, count / 2), (None, 0)]
    assert there.packed(entry.key) == alone.parts.packed(entry.key)
    (document,) = there.read(entry.key)["documents"].to_pylist()
    assert document["page_count"] == count
