"""Take out red seals, which are stamped over tables: their ring looks like lines, their characters like text."""

from __future__ import annotations

import cv2
import numpy as np

from dagster_project.extraction.read.ocr.images import Image

SMALLEST, LARGEST = 0.05, 0.4
"""Width of a seal, as parts of the shorter side of the page."""
REDNESS = 50
"""By how much red is brighter than green and blue in the ink of a seal."""


def without_seals(image: Image) -> Image:
    """Return the page without round or square stamps in red; what is printed in black under them stays."""
    red, green, blue = cv2.split(image)
    ink = (cv2.subtract(red, cv2.max(green, blue)) > REDNESS).astype(np.uint8)
    if cv2.countNonZero(ink) < 100:
        return image
    side = min(image.shape[:2])
    near = max(3, side // 150) | 1
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(ink, np.ones((near, near), np.uint8)))
    cleaned = image
    for left, top, width, height, _ in stats[1:count].tolist():
        is_round = 0.6 < width / height < 1.6 and SMALLEST * side < max(width, height) < LARGEST * side
        if is_round:
            window = (slice(top, top + height), slice(left, left + width))
            stamped = cv2.dilate(ink[window], np.ones((3, 3), np.uint8)) > 0
            cleaned = image.copy() if cleaned is image else cleaned
            # in the light of red its ink is nearly as bright as paper, and black stays black
            brightness = red[window].astype(np.float32) * (255 / float(np.median(red[window][ink[window] > 0])))
            cleaned[window][stamped] = np.minimum(brightness, 255).astype(np.uint8)[stamped][:, np.newaxis]
    return cleaned
