"""Boxes of cells, as parts of the page as a viewer displays it: they turn with the page they were found on."""

from __future__ import annotations

from dagster_project.extraction.model.document import Area


def turned(area: Area, angle: int) -> Area:
    """Turn an area with its page by 0, 90, 180 or 270 degrees, clockwise."""
    left, top, right, bottom = area
    if angle == 90:
        return 1 - bottom, left, 1 - top, right
    if angle == 180:
        return 1 - right, 1 - bottom, 1 - left, 1 - top
    if angle == 270:
        return top, 1 - right, bottom, 1 - left
    return area
