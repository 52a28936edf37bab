"""How wide a line of text is in Arial, which search results are set in: an estimate from the widths of its letters."""

from __future__ import annotations

import unicodedata

# Thousandths of the type size, from the metrics of Helvetica, which Arial shares
_WIDTHS = {
    **dict.fromkeys("ijl‘’'", 222), **dict.fromkeys(" !,./:;I[]ft·", 278), **dict.fromkeys("()-r“”\"", 333),
    **dict.fromkeys("*", 389), **dict.fromkeys("ckJsvxyz", 500), **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667), **dict.fromkeys("CDHNRUw", 722), **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("Mm", 833), **dict.fromkeys("%", 889), **dict.fromkeys("W", 944), **dict.fromkeys("—…@", 1000),
}  # fmt: skip
_USUAL, _WIDE = 556, 1000


def width_px(text: str, size_px: int) -> int:
    """Return about how many pixels a line takes at a type size; accents take no room."""
    return round(sum(map(_width, text)) * size_px / 1000)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    base = unicodedata.normalize("NFD", character)[0]
    return _WIDTHS.get(character) or _WIDTHS.get(base, _USUAL)
