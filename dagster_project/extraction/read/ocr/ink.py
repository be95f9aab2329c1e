"""Ink on a page: what is dark, how high its characters are, how far it is askew, and the lines of text in a box."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from dagster_project.extraction.read.ocr.images import Image
from dagster_project.extraction.read.ocr.lattice import Mask

GAP = 3.0
"""Blank between two pieces of a line that stand apart, in heights of a character."""
NOISY, CLEAN = 3, 0
"""Usual difference between a pixel and those around it, from 0 to 255: from here a page is smoothed; to here its
faint strokes are ink."""
FAINT, DISTINCT = 9, 18
"""By how much ink is darker than its surroundings, from 0 to 255: on a clean page, and on another."""
AGREED = 0.25
"""Degrees within which most lines agree; else they are rows of characters, not lines."""
COARSE = 1400
"""Pixels of the longer side of the image on which the slant is measured."""
STEEPEST = 5.0
"""Degrees of the largest slant that is straightened."""


class Piece(NamedTuple):
    """A box of ink, in pixels; `line` counts the lines of its cell."""

    line: int
    left: int
    top: int
    right: int
    bottom: int


def dark(grey: Mask) -> Mask:
    """Return what is darker than its surroundings, on a noisy page after smoothing it."""
    # the median: most of a page is paper, and thin strokes are no noise
    noise = float(np.median(cv2.absdiff(grey, cv2.medianBlur(grey, 3))[::4, ::4]))
    if noise >= NOISY:
        grey = cv2.GaussianBlur(cv2.medianBlur(grey, 3), (0, 0), 1.2)
    block = max(15, min(grey.shape) // 40) | 1
    contrast = FAINT if noise <= CLEAN else DISTINCT
    found: Mask = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, contrast)
    return found


def without_specks(ink: Mask, height: int) -> Mask:
    """Return ink without what is smaller than the point of a number."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    kept = stats[:, cv2.CC_STAT_AREA] >= max(3, height * height // 60)
    kept[0] = False
    found: Mask = np.where(kept[labels], 255, 0).astype(np.uint8) if count > 1 else ink
    return found


def character_height(ink: Mask) -> int:
    """Return the usual height of a digit in pixels, 0 on a page without text."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    widths, heights = stats[1:, 2], stats[1:, 3]
    largest = max(ink.shape) // 25
    heights = heights[(heights >= 6) & (heights <= largest) & (widths <= 2 * heights) & (heights <= 6 * widths)]
    return int(np.percentile(heights, 70)) if len(heights) >= 3 else 0


def slant(ink: Mask, height: int) -> float:
    """Return by how many degrees the lines of the page fall to the right; 0 where nothing shows it."""
    # a thin line that is askew consists of short runs: made thicker, its runs are longer than strokes of characters
    thicker = cv2.dilate(ink, np.ones((max(3, height // 6), 1), np.uint8))
    strokes = cv2.morphologyEx(thicker, cv2.MORPH_OPEN, np.ones((1, max(2 * height, 15)), np.uint8))
    scale = min(1.0, COARSE / max(ink.shape))
    coarse = (cv2.resize(strokes, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) > 60).astype(np.uint8)
    length = max(round(4 * height * scale), coarse.shape[1] // 12)
    lines = cv2.HoughLinesP(coarse, 1, np.pi / 1800, length, minLineLength=length, maxLineGap=max(height // 4, 4))
    if lines is None:
        return 0.0
    ends = np.asarray(lines, dtype=np.float64).reshape(-1, 4)
    angles = np.degrees(np.arctan2(ends[:, 3] - ends[:, 1], ends[:, 2] - ends[:, 0]))
    weights = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    flat = np.abs(angles) <= STEEPEST
    if not flat.any():
        return 0.0
    angles, weights = angles[flat], weights[flat]
    reached = np.cumsum(weights[np.argsort(angles)])
    middle = float(np.sort(angles)[np.searchsorted(reached, reached[-1] / 2)])
    agreed = weights[np.abs(angles - middle) < AGREED].sum()
    return middle if agreed > reached[-1] / 2 else 0.0


def straightened(image: Image, degrees: float) -> Image:
    """Return the page turned back by its slant, the corners white."""
    tall, wide = image.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, tall / 2), degrees, 1.0)
    turned: Image = cv2.warpAffine(
        image, turn, (wide, tall), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255)
    )
    return turned


def pieces(ink: Mask, height: int) -> list[Piece]:
    """Return the boxes of text in the ink of a cell: its lines, each parted where a wide blank stands."""
    found = []
    for line, (top, bottom) in enumerate(_lines(ink, height)):
        columns = np.flatnonzero(ink[top:bottom].any(axis=0))
        for group in np.split(columns, np.flatnonzero(np.diff(columns) > GAP * height) + 1):
            left, right = int(group[0]), int(group[-1]) + 1
            rows = np.flatnonzero(ink[top:bottom, left:right].any(axis=1))
            if max(right - left, rows[-1] + 1 - rows[0]) >= max(3, 0.25 * height):
                found.append(Piece(line, left, top + int(rows[0]), right, top + int(rows[-1]) + 1))
    return found


def _lines(ink: Mask, height: int) -> list[tuple[int, int]]:
    """Return top and bottom of each line; the strokes of 二 or the dots of 六 stay together."""
    rows = np.flatnonzero((ink > 0).sum(axis=1) > 0)
    if not len(rows):
        return []
    runs = [(int(run[0]), int(run[-1]) + 1) for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)]
    joined = [runs[0]]
    for top, bottom in runs[1:]:
        first, last = joined[-1]
        whole = bottom - first <= 1.45 * height
        low = min(bottom - top, last - first) < 0.6 * height
        if whole or (low and top - last < 0.2 * height and bottom - first <= 1.8 * height):
            joined[-1] = (first, bottom)
        else:
            joined.append((top, bottom))
    return joined
