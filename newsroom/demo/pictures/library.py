"""A library: walls of books running to a tall window, readers under green lamps."""

from __future__ import annotations

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.figures import seated
from newsroom.demo.pictures.light import BLACK, WHITE, Colour, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.vessels import LAMP

SPINES = ("8a3b2e", "2f4a5c", "c99a4a", "5a6a48", "6a3a4c", "d8c8a4", "3a3440", "a8643a", "48706a")


def library(canvas: Canvas) -> None:
    rng = canvas.rng
    wood = ink(rng.choice(("6a4630", "7a5638", "5a4440", "4f4a3c")))
    outside = [
        ink(code)
        for code in rng.choice((("bcd8e8", "f6efd8"), ("f2b27a", "ffe6b4"), ("243a6a", "6a86b8"), ("d8dcd8", "f4efe2")))
    ]
    night = sum(outside[0]) < 330
    air = LAMP if night else outside[1]
    canvas.wash([mix(wood, BLACK, 0.35), mix(wood, air, 0.25), mix(wood, air, 0.1)], 0, 72)
    vanish = rng.uniform(66, 84)
    canvas.lay([paths.arch(vanish - 15, 62, 30, 46)], mix(wood, BLACK, 0.4))
    canvas.lay([paths.arch(vanish - 13, 62, 26, 43)], Fade.of(*outside))
    bars = [paths.rect(vanish + a, 17, 0.6, 45) for a in (-7, -0.3, 6.4)] + [
        paths.rect(vanish - 13, b, 26, 0.5) for b in (28, 37, 46, 55)
    ]
    canvas.lay(bars, mix(wood, BLACK, 0.5))
    canvas.wash([mix(wood, air, 0.4), mix(wood, BLACK, 0.35)], 66, 101)
    for side in (-1, 1):
        _bookcase(canvas, vanish, side, wood, air)
    canvas.glow(vanish, 40, 75, air, 0.55)
    for i in range(4):
        ray = [
            (vanish - 9 + i * 6, 20),
            (vanish - 6 + i * 6, 20),
            (vanish - 50 + i * 34, 101),
            (vanish - 68 + i * 34, 101),
        ]
        canvas.lay([ray], air, opacity=0.1, blur=1.2)
    _reading_tables(canvas, vanish, wood)
    canvas.vignette(BLACK, 0.5)


def _bookcase(canvas: Canvas, vanish: float, side: int, wood: Colour, air: Colour) -> None:
    """Recede a wall of books from the picture's edge to the far window."""
    rng = canvas.rng

    def spot(depth: float, level: float) -> tuple[float, float]:
        """Place a point: depth 0 is the near edge, 1 the far wall; level 0 floor, 1 ceiling."""
        scale = 1 / (1 + 3.2 * depth)
        return vanish + side * 86 * scale, 58 + (46 - level * 112) * scale

    canvas.lay(
        [[spot(0, 0), spot(0, 1), spot(1, 1), spot(1, 0)]],
        Fade.of(mix(wood, BLACK, 0.45), mix(wood, BLACK, 0.2)),
    )
    spines: dict[str, list[paths.Path]] = {code: [] for code in SPINES}
    for shelf in range(9):
        base = 0.05 + shelf * 0.105
        depth = 0.0
        while depth < 0.98:
            thick, tall = rng.uniform(0.008, 0.02) * (1 + depth), rng.uniform(0.058, 0.09)
            end = depth + thick * 0.86
            if rng.random() < 0.93:
                spines[rng.choice(SPINES)].append(
                    [
                        spot(depth, base),
                        spot(depth, base + tall),
                        spot(end, base + tall),
                        spot(end, base),
                    ]
                )
            depth += thick
    for code, group in spines.items():
        canvas.lay(group, mix(mix(ink(code), wood, 0.25), air, 0.08))
    boards = [
        [
            spot(0, 0.04 + i * 0.105),
            spot(0, 0.052 + i * 0.105),
            spot(1, 0.052 + i * 0.105),
            spot(1, 0.04 + i * 0.105),
        ]
        for i in range(10)
    ]
    uprights = [paths.line([spot(d, 0), spot(d, 1)], 2.4 / (1 + 3.2 * d)) for d in (0.0, 0.12, 0.3, 0.55, 0.98)]
    canvas.lay(boards + uprights, mix(wood, air, 0.2))
    whole = canvas.stencil([[spot(0, 0), spot(0, 1), spot(1, 1), spot(1, 0)]])
    canvas.shade(whole, BLACK, side=0.5 if side < 0 else 0.0, strength=0.75, reach=1.0)
    canvas.shade(whole, air, side=0.0 if side < 0 else 0.5, strength=0.35, reach=0.35)


def _reading_tables(canvas: Canvas, vanish: float, wood: Colour) -> None:
    rng = canvas.rng
    for near in (0.25, 0.5, 1.0):
        y, half = 64 + 24 * near, 12 + 34 * near
        top = [
            (vanish - half, y),
            (vanish + half, y),
            (vanish + half * 1.15, y + 4.5 * near),
            (vanish - half * 1.15, y + 4.5 * near),
        ]
        tall = 30 * near + 4
        for a in (-0.95, 0.72) if near < 1 else (-0.9,):
            if rng.random() < 0.85:
                x = vanish + a * half
                reader = canvas.lay(
                    seated(rng, x - tall * 0.1, y + tall * 0.36, tall, flip=a > 0),
                    mix(ink(rng.choice(SPINES)), BLACK, 0.7),
                )
                canvas.shade(reader, LAMP, side=0.0 if a < 0 else 0.5, strength=0.5, reach=0.5)
        slab = canvas.lay([top], mix(wood, LAMP, 0.35))
        canvas.shade(slab, BLACK, side=0.25, strength=0.5)
        canvas.lay(
            [paths.rect(vanish - half * 1.15, y + 4.4 * near, half * 2.3, 1.6 * near)],
            mix(wood, BLACK, 0.45),
        )
        for a in (-0.42, 0.42):
            _reading_lamp(canvas, vanish + a * half, y, 2 + 7 * near)
        books = [paths.rect(vanish + half * b, y - 1.2 * near - 0.2, 6 * near, 1.5 * near) for b in (-0.15, 0.1)]
        canvas.lay(books, mix(ink(rng.choice(SPINES)), WHITE, 0.15))


def _reading_lamp(canvas: Canvas, x: float, y: float, s: float) -> None:
    """Stand a brass lamp with a green shade on a table; s is its height."""
    canvas.lay(
        [
            paths.rect(x - s * 0.06, y - s, s * 0.12, s * 1.1),
            paths.oval(x, y + s * 0.08, s * 0.4, s * 0.1),
        ],
        ink("b8913f"),
    )
    canvas.lay(
        [
            [
                (x - s * 0.72, y - s * 0.86),
                *paths.arc(x, y - s * 0.9, s * 0.66, s * 0.45, 0.5, 1.0),
                (x + s * 0.72, y - s * 0.86),
            ]
        ],
        ink("2f7a5c"),
    )
    canvas.lay([paths.rect(x - s * 0.66, y - s * 0.88, s * 1.32, s * 0.12)], ink("fff0bc"))
    canvas.glow(x, y - s * 0.5, s * 2.6, LAMP, 0.7)
