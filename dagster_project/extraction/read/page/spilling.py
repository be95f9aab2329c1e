"""Wrapped words that are higher than their cell and run over into the one below or above: they go back to their own.

A letter through which the wall between two rows passes tells them from two cells that stand close. The file draws the
lines of one cell one after the other, each as far below the one before; they are of the cell that their middle is in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from dagster_project.extraction.read.page.characters import Character, text_of
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.overflow import AMOUNT, Crossing, Place

PITCH = 1.8
"""Parts of their height by which the baselines of two lines of one cell are apart, at most."""
SAME_PITCH = 0.1
ALIKE = 0.05
"""Parts of their height by which lines that are set alike in their cells differ in where they stand, at most."""
TOUCHED, CUT = 0.0, 0.2
"""Parts of a letter that stand on either side of a wall that touches it, and of one that cuts it."""
ABOVE: Place = (-1, -1)
"""Stands for what is over the table."""
CENTRED = 0.25
"""Parts of their height by which the middle of lines may be off that of their cell."""


def goes_below(before: Character, after: Character) -> bool:
    """Tell whether a character may begin the line below the one that another ends."""
    return 0 < after.baseline - before.baseline < PITCH * after.size and after.left < before.right


def take_back(held: dict[Place, list[Character]], spills: Sequence[Crossing], box: Callable[[Place], Box]) -> None:
    """Put lines that stand in several cells, or over the table, into the cell that they were written in."""
    for chain in _chains([each for each in spills if _passes(each, box(each.other).top, TOUCHED)]):
        parts = _parts(held, chain)
        if not parts:
            continue
        places = {place: box(place) for place in parts}
        block = [character for part in parts.values() for character in part]
        middle, size = (block[0].middle + block[-1].middle) / 2, block[0].size
        own = next(place for place, each in places.items() if middle < each.bottom)
        rests = {place: _without(held[place], part) for place, part in parts.items() if place != own}
        if not all(_are_others(rest, parts[place]) for place, rest in rests.items() if place != ABOVE):
            # what alone stands in a cell is its own
            continue
        is_among_others = ABOVE not in parts
        is_cut = any(_passes(each, places[each.other].top, CUT) for each in chain)
        where = places[own]
        is_centred = abs(middle - (where.top + where.bottom) / 2) < CENTRED * size
        is_within = all(where.left <= each.left and each.right <= where.right for each in block)
        is_spilled = is_among_others if _stand_alike(parts, places) else is_centred or (is_cut and is_among_others)
        if is_within and is_spilled:
            held[own] = [*_without(held[own], block), *block]
            held.update(rests)
            for place in [place for place, rest in rests.items() if not rest]:
                del held[place]


def _are_others(rest: Sequence[Character], part: Sequence[Character]) -> bool:
    """Tell whether a cell holds more than a part, and that on other lines, with which the part does not go on."""
    if not rest or any(_are_level(each.baseline, part[0].baseline, each) for each in rest):
        return False
    is_amount = AMOUNT.fullmatch(text_of(rest)) is not None and AMOUNT.fullmatch(text_of(part)) is None
    return is_amount or not (goes_below(part[-1], rest[0]) or goes_below(rest[-1], part[0]))


def _chains(spills: Sequence[Crossing]) -> Iterator[list[Crossing]]:
    """Yield what goes on from cell to cell, line by line."""
    chain: list[Crossing] = []
    for spill in spills:
        if chain and not (chain[-1].other == spill.one and _are_level(_pitch(chain[-1]), _pitch(spill), spill.after)):
            yield chain
            chain = []
        chain.append(spill)
    if chain:
        yield chain


def _parts(held: Mapping[Place, list[Character]], chain: Sequence[Crossing]) -> dict[Place, list[Character]]:
    """Return the lines of a chain by the cell that each stands in, top to bottom."""
    first, pitch = chain[0], _pitch(chain[0])
    above = held.get(first.one, [])
    if first.before not in above or any(each.after not in held.get(each.other, ()) for each in chain):
        return {}
    parts = {first.one: _lines(above[above.index(first.before) :: -1], pitch)[::-1]}
    for each in chain:
        below = held[each.other]
        parts[each.other] = _lines(below[below.index(each.after) :], pitch)
    return parts


def _stand_alike(parts: Mapping[Place, Sequence[Character]], places: Mapping[Place, Box]) -> bool:
    """Tell whether each part stands where the others do in their cells: then each is of its own."""
    boxes = list(zip(parts.values(), places.values(), strict=True))
    anchors = (
        [part[0].middle - each.top for part, each in boxes],
        [part[0].middle - (each.top + each.bottom) / 2 for part, each in boxes],
        [part[0].middle - each.bottom for part, each in boxes],
    )
    return any(max(offs) - min(offs) < ALIKE * boxes[0][0][0].size for offs in anchors)


def _pitch(spill: Crossing) -> float:
    return spill.after.baseline - spill.before.baseline


def _are_level(one: float, other: float, character: Character) -> bool:
    return abs(one - other) <= SAME_PITCH * character.size


def _without(characters: Sequence[Character], taken: Sequence[Character]) -> list[Character]:
    return [character for character in characters if character not in taken]


def _passes(spill: Crossing, wall: float, part: float) -> bool:
    """Tell whether a wall passes through a letter, with this part of it at least on either side."""
    return any(abs(each.middle - wall) < (0.5 - part) * each.size for each in (spill.before, spill.after))


def _lines(characters: Sequence[Character], pitch: float) -> list[Character]:
    """Return the first characters that stand on one line, or on lines as far apart as `pitch`."""
    found = [characters[0]]
    for character in characters[1:]:
        step = abs(character.baseline - found[-1].baseline)
        if step and not _are_level(step, pitch, character):
            break
        found.append(character)
    return found
