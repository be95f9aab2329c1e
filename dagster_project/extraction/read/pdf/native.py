"""Functions of pdfium by their address: handles are plain numbers, and a call makes no object.

For what is asked of every object or character of a page; the bindings take ten times as long.
"""

from __future__ import annotations

import ctypes
from array import array
from typing import Any

import pypdfium2.raw as pdfium

HANDLE, INTEGER = ctypes.c_void_p, ctypes.c_int


def native(name: str, result: Any = INTEGER, *arguments: Any) -> Any:
    """Return a function of pdfium that takes numbers for handles and for addresses of what it fills."""
    place = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(place)


count_objects = native("FPDFPage_CountObjects", INTEGER, HANDLE)
get_object = native("FPDFPage_GetObject", HANDLE, HANDLE, INTEGER)
count_inner = native("FPDFFormObj_CountObjects", INTEGER, HANDLE)
get_inner = native("FPDFFormObj_GetObject", HANDLE, HANDLE, ctypes.c_ulong)
kind_of = native("FPDFPageObj_GetType", INTEGER, HANDLE)
bounds_of = native("FPDFPageObj_GetBounds", INTEGER, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
matrix_of = native("FPDFPageObj_GetMatrix", INTEGER, HANDLE, HANDLE)
fill_of = native("FPDFPageObj_GetFillColor", INTEGER, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
stroke_of = native("FPDFPageObj_GetStrokeColor", INTEGER, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
is_transparent = native("FPDFPageObj_HasTransparency", INTEGER, HANDLE)
mode_of = native("FPDFTextObj_GetTextRenderMode", INTEGER, HANDLE)
font_size_of = native("FPDFTextObj_GetFontSize", INTEGER, HANDLE, HANDLE)
words_of = native("FPDFTextObj_GetText", ctypes.c_ulong, HANDLE, HANDLE, HANDLE, ctypes.c_ulong)
count_marks = native("FPDFPageObj_CountMarks", INTEGER, HANDLE)
get_mark = native("FPDFPageObj_GetMark", HANDLE, HANDLE, ctypes.c_ulong)
has_parameter = native("FPDFPageObjMark_GetParamValueType", INTEGER, HANDLE, HANDLE)
remove_parameter = native("FPDFPageObjMark_RemoveParam", INTEGER, HANDLE, HANDLE, HANDLE)
clip_of = native("FPDFPageObj_GetClipPath", HANDLE, HANDLE)
count_clips = native("FPDFClipPath_CountPaths", INTEGER, HANDLE)
count_clip_segments = native("FPDFClipPath_CountPathSegments", INTEGER, HANDLE, INTEGER)
clip_segment = native("FPDFClipPath_GetPathSegment", HANDLE, HANDLE, INTEGER, INTEGER)
point_of = native("FPDFPathSegment_GetPoint", INTEGER, HANDLE, HANDLE, HANDLE)
remove = native("FPDFPage_RemoveObject", INTEGER, HANDLE, HANDLE)
remove_inner = native("FPDFFormObj_RemoveObject", INTEGER, HANDLE, HANDLE)
destroy = native("FPDFPageObj_Destroy", None, HANDLE)
text_object = native("FPDFText_GetTextObject", HANDLE, HANDLE, INTEGER)
text_of = native("FPDFText_GetText", INTEGER, HANDLE, INTEGER, INTEGER, HANDLE)
loose_box = native("FPDFText_GetLooseCharBox", INTEGER, HANDLE, INTEGER, HANDLE)
draw_mode = native("FPDFPath_GetDrawMode", INTEGER, HANDLE, HANDLE, HANDLE)
count_segments = native("FPDFPath_CountSegments", INTEGER, HANDLE)
path_segment = native("FPDFPath_GetPathSegment", HANDLE, HANDLE, INTEGER)
segment_kind = native("FPDFPathSegment_GetType", INTEGER, HANDLE)
closes = native("FPDFPathSegment_GetClose", INTEGER, HANDLE)


def handle(opened: Any) -> int:
    """Return the number of a page or a text page that the bindings opened."""
    # a cast refers to itself, and is freed by the garbage collector alone
    return ctypes.addressof(opened.contents) if opened else 0


def room(kind: str, number: int) -> tuple[array[Any], int]:
    """Return so many numbers of a kind to be filled, and their address; an array of ctypes would be a type of its own.

    Kinds are those of `array`: H of a character, f of a coordinate, i or I of a whole number.
    """
    numbers = array(kind, [0]) * number
    return numbers, numbers.buffer_info()[0]
