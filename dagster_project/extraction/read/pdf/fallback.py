"""A font for pdfium to measure Chinese characters by, where the machine has none.

pdfium measures a text by the glyphs of a font that is not embedded, and leaves out a text object without a width: on a
machine without a Chinese font, each character that is drawn by itself is lost. `fonts/` holds one font of less than
1 kB, a box for every character; a real Chinese font of the machine is still taken first.
"""

from __future__ import annotations

import ctypes
from importlib import resources

import pypdfium2.raw as pdfium

FONTS = str(resources.files(__package__).joinpath("fonts"))
SYSTEM = ("/usr/share/fonts", "/usr/share/X11/fonts/Type1", "/usr/share/X11/fonts/TTF", "/usr/local/share/fonts")
"""Where pdfium looks for fonts on Linux unless it is told; other systems come with Chinese fonts."""


def begin_with_fallback() -> None:
    """Begin pdfium anew with the font added; call it once, before any document is opened in this process."""
    folders = [*SYSTEM, FONTS]
    paths = (ctypes.c_char_p * (len(folders) + 1))(*(folder.encode() for folder in folders), None)
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pIsolate=None, m_v8EmbedderSlot=0)
    config.m_pUserFontPaths = ctypes.cast(paths, type(config.m_pUserFontPaths))
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(config)
