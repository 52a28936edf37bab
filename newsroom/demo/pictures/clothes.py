"""What sitters wear round the neck: collars, lapels, a scarf."""

from __future__ import annotations

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.casting import Sitter
from newsroom.demo.pictures.light import BLACK, WHITE, ink, mix
from newsroom.demo.pictures.paint import Canvas


def _collar(canvas: Canvas, who: Sitter) -> None:
    """Give a shirt collar open at the neck."""
    shirt = mix(who.cloth, WHITE, 0.55)
    for side in (-1, 1):
        wing = [
            (50 + side * 11, 68),
            (50 + side * 16, 74),
            (50 + side * 9, 87),
            (50, 81),
            (50 + side * 9.6, 73),
        ]
        flap = canvas.lay([wing], shirt)
        canvas.shade(flap, who.cloth, side=who.away, strength=0.7, reach=0.8)
    canvas.lay([paths.line([(50, 82), (50.5, 102)], 0.5)], mix(who.cloth, BLACK, 0.4), opacity=0.7)
    canvas.lay([paths.disc(52, 88, 0.7), paths.disc(52.3, 96, 0.7)], mix(who.cloth, BLACK, 0.4))


def _crew(canvas: Canvas, who: Sitter) -> None:
    band = paths.line(paths.smooth([(37, 72.6), (42, 80), (50, 83), (58, 80), (63, 72.6)], closed=False), 3)
    canvas.lay([band], mix(who.cloth, BLACK, 0.2))
    canvas.lay(
        [paths.line([(50 - who.light * 24, 84), (50 - who.light * 21, 103)], 0.5)],
        BLACK,
        opacity=0.35,
        blur=0.2,
    )


def _lapels(canvas: Canvas, who: Sitter) -> None:
    """Give a jacket over a pale shirt, half of them with a tie."""
    shirt = canvas.lay(
        [[(39, 71), (44, 78), (50, 84), (56, 78), (61, 71), (65, 76), (50, 108), (35, 76)]],
        mix(ink("f1ebde"), who.backdrop[0], 0.2),
    )
    canvas.shade(shirt, who.backdrop[1], side=who.away, strength=0.6, reach=0.8)
    if canvas.rng.random() < 0.5:
        tie = ink(canvas.rng.choice(("8a2f36", "2f4a6a", "b8863a", "3f5f4f")))
        canvas.lay([[(48, 82), (52, 82), (53, 86), (54.5, 102), (45.5, 102), (47, 86)]], tie)
    for side in (-1, 1):
        lapel = [
            (50 + side * 11, 69.5),
            (50 + side * 17, 74),
            (50 + side * 21, 86),
            (50 + side * 16, 88),
            (50 + side * 17, 91),
            (50 + side * 1, 106),
            (50 + side * 12, 78),
        ]
        flap = canvas.lay([lapel], mix(who.cloth, WHITE, 0.1 if side == who.light else 0.0))
        canvas.shade(flap, mix(who.cloth, BLACK, 0.6), side=who.away, strength=0.6, reach=0.7)


def _scarf(canvas: Canvas, who: Sitter) -> None:
    colour = mix(who.backdrop[1], ink("e8c080"), 0.4)
    for i, (y, thick) in enumerate(((79, 7), (73.5, 7.5))):
        fold = paths.smooth([(35, y - 4), (42, y + 3), (51, y + 4.6), (59, y + 2), (65.4, y - 5)], closed=False)
        roll = canvas.lay([paths.line(fold, thick)], mix(colour, WHITE, 0.12 * i))
        canvas.shade(roll, mix(colour, BLACK, 0.6), side=who.away, strength=0.8, reach=0.8)
    tail = canvas.lay([[(55, 80), (63, 78), (66, 103), (56, 103)]], colour)
    canvas.shade(tail, mix(colour, BLACK, 0.6), side=0.3, strength=0.6)


_GARMENTS = {"collar": _collar, "crew": _crew, "lapels": _lapels, "scarf": _scarf}


def dress(canvas: Canvas, who: Sitter) -> None:
    """Lay the sitter's garment over neck and shoulders."""
    _GARMENTS[who.garment](canvas, who)
