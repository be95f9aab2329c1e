"""RapidOCR with the models of its own package: boxes of text on an image, and the text in boxes."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
import rapidocr

from dagster_project.extraction.read.ocr.images import Image
from dagster_project.extraction.read.ocr.mend import is_numeric

MODELS = Path(rapidocr.__file__).parent / "models"
PARAMETERS: dict[str, Any] = {
    "Global.log_level": "critical",
    "Global.return_word_box": True,
    "Global.text_score": 0.0,
    "Global.use_cls": False,
    "Det.limit_type": "max",
    "Det.limit_side_len": 2400,
    "Global.max_side_len": 2400,
    # threads that share one box wait for each other more than they work
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    # one by one: no box is padded to the width of another, and half the memory
    "Rec.rec_batch_num": 1,
    # named, so that nothing is looked for elsewhere or fetched
    "Det.model_path": str(MODELS / "PP-OCRv6_det_small.onnx"),
    "Rec.model_path": str(MODELS / "PP-OCRv6_rec_small.onnx"),
}
SOUGHT, SEEN = 1280, 9
"""Pixels of the longer side of the image on which text is sought, and of the characters on it, at least."""
THREADS = 2
"""Boxes that are read at the same time."""


class Words(NamedTuple):
    """Text that was recognised, and the confidence in its least certain character, from 0 to 1."""

    text: str
    confidence: float


@cache
def _engine() -> Any:
    return rapidocr.RapidOCR(params=PARAMETERS)


def words(crops: Sequence[Image]) -> list[Words]:
    """Return what each image of one line says."""
    if not crops:
        return []
    _engine()  # once, before threads ask for it
    with ThreadPoolExecutor(THREADS) as pool:
        parts = list(pool.map(_recognised, [crops[start::THREADS] for start in range(THREADS)]))
    return [parts[number % THREADS][number // THREADS] for number in range(len(crops))]


def _recognised(crops: Sequence[Image]) -> list[Words]:
    if not crops:
        return []
    found = _engine().recognize_txt([np.ascontiguousarray(crop[:, :, ::-1]) for crop in crops])
    return [_least(text, info.confs) for text, info in zip(found.txts, found.word_results, strict=True)]


def _least(text: str, certainties: Sequence[float]) -> Words:
    """Return the words with their least certainty; blanks and brackets count in numbers only."""
    counted = certainties
    if not is_numeric(text):
        counted = [certainty for sign, certainty in zip(text, certainties, strict=False) if sign.isalnum()]
    return Words(text.strip(), min(counted, default=min(certainties, default=0.0)))


def text_boxes(image: Image, height: int) -> list[tuple[int, int, int, int]]:
    """Return left, top, right and bottom of each line of text on the image, in no order.

    They are sought on a smaller image, on which characters of `height` pixels still can be seen.
    """
    scale = min(1.0, max(SOUGHT / max(image.shape[:2]), SEEN / height))
    smaller = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image
    found = _engine()(smaller[:, :, ::-1], use_det=True, use_cls=False, use_rec=False)
    if found.boxes is None:
        return []
    corners = np.rint(np.asarray(found.boxes, dtype=np.float64) / scale).astype(int)
    low, high = corners.min(axis=1), corners.max(axis=1)
    return [(int(a), int(b), int(c), int(d)) for (a, b), (c, d) in zip(low, high, strict=True)]
