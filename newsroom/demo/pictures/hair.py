"""Hair and headscarves for portraits: what falls behind the shoulders, and what frames the face."""

from __future__ import annotations

from math import cos, pi, sin

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.light import BLACK, Colour, ink, mix
from newsroom.demo.pictures.paint import Canvas
from newsroom.demo.pictures.paths import Path

# Outlines round the head's middle (50, 45); mirrored ones give their right half only.
BEHIND: dict[str, list[Path]] = {
    "bob": [[(0, -30), (14, -27), (20, -14), (21, 4), (21, 18), (14, 21), (0, 18)]],
    "long": [[(0, -30), (14, -27), (20, -14), (20, 6), (24, 26), (26, 44), (12, 48), (0, 40)]],
    "waves": [[(0, -31), (15, -28), (21, -15), (19, -2), (24, 8), (20, 18), (25, 30), (14, 34), (0, 26)]],
    "fringe": [[(0, -30), (14, -27), (19, -13), (19, 4), (17, 12), (0, 12)]],
}
ABOVE: dict[str, Path] = {
    "crop": [
        (-16, -6),
        (-17.4, -16),
        (-12, -27),
        (0, -30),
        (12, -28),
        (17.4, -17),
        (16, -6),
        (14, -14),
        (8, -18),
        (-6, -18.6),
        (-13.4, -14),
    ],
    "short": [
        (-16.2, -2),
        (-17.6, -14),
        (-13, -26),
        (-2, -30.6),
        (12, -28),
        (17.6, -15),
        (16.2, -3),
        (14.4, -12),
        (11, -17.4),
        (2, -15.4),
        (-8, -18),
        (-14, -12),
    ],
    "side": [
        (-16.4, -1),
        (-18.4, -15),
        (-12, -28),
        (2, -32),
        (14, -28),
        (18, -15),
        (16.2, -4),
        (14.2, -13),
        (8, -19),
        (-2, -15),
        (-10, -16),
        (-14.4, -10),
    ],
    "bob": [
        (-20, 12),
        (-20.6, -8),
        (-15, -25),
        (-2, -31),
        (14, -27),
        (20.4, -9),
        (20, 12),
        (16, 8),
        (15, -6),
        (6, -17),
        (-5, -20),
        (-13, -9),
        (-15.6, 6),
    ],
    "long": [
        (-20, 16),
        (-20, -8),
        (-15, -25),
        (0, -31),
        (15, -25),
        (20, -8),
        (20, 16),
        (16, 6),
        (14.6, -6),
        (9, -16),
        (0, -22),
        (-9, -16),
        (-14.6, -6),
        (-16, 6),
    ],
    "waves": [
        (-20, 6),
        (-20.6, -10),
        (-14, -27),
        (-3, -32),
        (13, -29),
        (21, -14),
        (19, 4),
        (16, 0),
        (13, -10),
        (1, -17),
        (-8, -20),
        (-13.6, -10),
        (-16, -1),
    ],
    "fringe": [
        (-18.4, 6),
        (-19, -10),
        (-14, -26),
        (0, -30.6),
        (14, -26),
        (19, -10),
        (18.4, 6),
        (15.4, -2),
        (14, -8.6),
        (5, -7.6),
        (-5, -8),
        (-14, -8.4),
        (-15.4, -2),
    ],
    "bun": [
        (-16.4, -2),
        (-17.4, -14),
        (-11, -26),
        (0, -29),
        (11, -26),
        (17.4, -14),
        (16.4, -2),
        (13.6, -13),
        (6, -20),
        (-4, -21),
        (-12.6, -14),
    ],
}


def behind(canvas: Canvas, style: str, colour: Colour, light: int) -> None:
    """Lay the hair that hangs or stands behind the head."""
    shapes: list[Path] = []
    for half in BEHIND.get(style, []):
        shapes.append(_placed(half + [(-x, y) for x, y in half[-2:0:-1]]))
    if style == "bun":
        shapes = [paths.oval(50 - light * 2, 13.4, 8, 7)]
    elif style == "afro":
        shapes = _puffs(canvas, 24, 24, 36, 7)
    elif style == "curls":
        shapes = _puffs(canvas, 20, 23, 46, 5.4) + [paths.oval(50 + s * 16, 54, 5, 9) for s in (-1, 1)]
    _print(canvas, shapes, mix(colour, BLACK, 0.22), light, sheen=0.3)


def above(canvas: Canvas, style: str, colour: Colour, light: int) -> None:
    """Lay the hair in front of the face, or the scarf round it; bald heads get only a shine."""
    if style == "hijab":
        _headscarf(canvas, colour, light)
        return
    if style == "bald":
        canvas.lay(
            [paths.oval(50 + light * 6, 27, 5, 2.6, turn=light * 0.5)],
            ink("fff0dc"),
            opacity=0.35,
            blur=1.0,
        )
        return
    shapes = [_placed(ABOVE[style], flip=light < 0)] if style in ABOVE else []
    if style in ("afro", "curls"):
        radius = 5.6 if style == "afro" else 4.6
        shapes = [
            paths.disc(50 + 15.6 * cos(a), 43 + 18 * sin(a), radius * canvas.rng.uniform(0.8, 1.1))
            for a in (pi * (1.02 + 0.96 * i / 13) for i in range(14))
        ] + [paths.oval(50, 22, 14, 6)]
    _print(canvas, shapes, colour, light, sheen=0.75)
    if style in ("long", "waves", "bob", "side", "bun"):
        _strands(canvas, colour, light)


def _placed(points: Path, *, flip: bool = False) -> Path:
    return paths.smooth([(50 + (-x if flip else x), 45 + y) for x, y in points])


def _puffs(canvas: Canvas, rx: float, ry: float, count: int, radius: float) -> list[Path]:
    """Ring the head with tufts, none of them below the jaw."""
    rng = canvas.rng
    puffs = [paths.oval(50, 38, rx, ry)]
    for i in range(count):
        a = pi * (0.86 + 1.28 * i / count)
        puffs.append(paths.disc(50 + rx * cos(a), 38 + ry * sin(a), radius * rng.uniform(0.55, 0.95)))
    return puffs


def _print(canvas: Canvas, shapes: list[Path], colour: Colour, light: int, *, sheen: float) -> None:
    body = canvas.lay(shapes, colour)
    canvas.shade(body, mix(colour, BLACK, 0.6), side=0.43 if light > 0 else 0.07, strength=0.7, reach=0.7)
    glint = mix(colour, ink("ffdcae"), 0.42)
    canvas.shade(body, glint, side=0.9 if light > 0 else 0.6, strength=sheen, reach=0.42, grit=0.8)


def _strands(canvas: Canvas, colour: Colour, light: int) -> None:
    rng = canvas.rng
    lines = []
    for _ in range(7):
        reach = rng.uniform(9, 17)
        knots = [
            (50 + light * rng.uniform(-4, 4), 17.5),
            (50 + light * reach * 0.8, 22),
            (50 + light * reach, 31),
        ]
        lines.append(paths.line(paths.smooth(knots, closed=False), lambda way: 0.5 * (1 - abs(2 * way - 1)) + 0.05))
    canvas.lay(lines, mix(colour, ink("ffe2b8"), 0.5), opacity=0.4, blur=0.15)


def _headscarf(canvas: Canvas, colour: Colour, light: int) -> None:
    """Wrap a hijab round the face and fold it over the shoulders."""
    outer = [
        (0, -31),
        (10, -28.6),
        (17, -20),
        (19.6, -8),
        (19.4, 6),
        (17, 18),
        (22, 27),
        (32, 36),
        (30, 48),
        (0, 58),
    ]
    shape = _placed(outer + [(-x, y) for x, y in outer[-2:0:-1]])
    oval = [(0, -19), (9, -16.4), (13.4, -6), (12.6, 6), (8, 16), (0, 20.4)]
    opening = _placed(oval + [(-x, y) for x, y in oval[-2:0:-1]])
    cloth = canvas.stencil([shape], cut=[opening])
    if cloth is None:
        return
    canvas.fill(cloth, colour)
    canvas.shade(cloth, mix(colour, BLACK, 0.65), side=0.43 if light > 0 else 0.07, strength=0.85, reach=0.7)
    canvas.shade(
        cloth,
        mix(colour, ink("ffe6c4"), 0.55),
        side=0.9 if light > 0 else 0.6,
        strength=0.75,
        reach=0.5,
    )
    rim = paths.line([*opening, opening[0]], 1.2)
    canvas.lay([rim], mix(colour, BLACK, 0.35), opacity=0.8)
    folds = []
    for i in range(5):
        knots = [
            (50 - light * 15, 50 + i * 4),
            (50, 68 + i * 4.6),
            (50 + light * (17 + i * 2), 66 + i * 6),
        ]
        folds.append(paths.line(paths.smooth(knots, closed=False), lambda way: 1.3 * (1 - abs(2 * way - 1)) + 0.1))
    canvas.lay(folds, mix(colour, BLACK, 0.5), opacity=0.5, blur=0.35)
    canvas.lay(paths.moved(folds, 0.4, -1.3), mix(colour, ink("ffe6c4"), 0.5), opacity=0.4, blur=0.35)
