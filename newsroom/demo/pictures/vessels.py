"""Things that stand in or by water: ships, boats, cranes, houses on a quay, lamps."""

from __future__ import annotations

from random import Random

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.figures import seated, standing
from newsroom.demo.pictures.light import WHITE, Colour, Light, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.paths import Path

LAMP = ink("ffd27a")
HULLS = ("24405c", "8a2f2b", "1f2a30", "2f5d50", "b5522f", "35506e")
PLASTER = ("d9a37c", "c9785c", "e3c9a0", "a9b7a6", "b85c4a", "8fa3b0", "e0b46a", "cfc4b4")


def ferry(canvas: Canvas, light: Light, x: float, y: float, size: float) -> None:
    """Sail a car ferry to the right; y is its waterline, size its length."""
    rng = canvas.rng
    hull = light.on(ink(rng.choice(HULLS)), 0.95)
    white = light.on(ink("f3eee2"), 0.97)
    s = size / 100

    def place(*points: tuple[float, float]) -> Path:
        return [(x + a * s, y + b * s) for a, b in points]

    decks = [
        place((4, -13), (4, -21), (86, -21), (92, -13)),
        place((9, -21), (9, -28), (78, -28), (83, -21)),
        place((14, -28), (14, -33), (70, -28.5), (70, -34), (76, -34), (79, -28)),
        place((60, -28), (60, -37), (74, -37), (78, -28)),
    ]
    funnel = place((24, -28), (26, -44), (37, -44), (38, -28))
    canvas.lay(
        [
            place((66, -37), (66, -50), (67, -50), (67, -37)),
            place((12, -28), (12, -42), (12.6, -42), (12.6, -28)),
        ],
        light.depth(0.8),
    )
    stack = canvas.lay([funnel], hull)
    canvas.lay([place((25.3, -38), (25.7, -41), (37.2, -41), (37.4, -38))], white)
    upper = canvas.lay(decks, white)
    below = place((-2, -13), (98, -13), (104, -15), (96, 1), (2, 1))
    body = canvas.lay([below], Fade.of(hull, mix(hull, light.near, 0.5)))
    canvas.lay([place((-1, -9.6), (100, -10.4), (99.6, -9.2), (-0.6, -8.6))], white, opacity=0.8)
    for part in (stack, upper, body):
        canvas.shade(part, light.near, side=0.4, strength=0.5, reach=0.7)
    glass = LAMP if light.lamps or light.name in ("dusk", "storm") else mix(light.near, light.sky[0], 0.35)
    rows = paths.windows((x + 8 * s, y - 19 * s, 74 * s, 3.4 * s), 26, 1, fill=0.6)
    rows += paths.windows((x + 13 * s, y - 26.5 * s, 62 * s, 3.2 * s), 22, 1, fill=0.6)
    rows += [place((62, -35.5), (74, -35.5), (75.2, -32.5), (62, -32.5))]
    canvas.lay(rows, glass)
    if glass == LAMP:
        canvas.glow(x + 45 * s, y - 20 * s, size * 0.55, LAMP, 0.3)


def wake(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """Leave foam behind and beside a hull that ends at x on the left."""
    rng = canvas.rng
    foam = []
    for _ in range(70):
        way = rng.random()
        a = x + size - way * size * 1.7
        b = y + rng.gauss(0.3 + 1.6 * way, 0.25 + way) * size / 60
        foam.append(paths.oval(a, b, size * 0.02 * rng.uniform(0.5, 2), size * 0.004))
    canvas.lay(foam, colour, opacity=0.6, blur=0.1)


def rowing_boat(canvas: Canvas, light: Light, x: float, y: float, size: float, *, crew: int = 1) -> None:
    rng = canvas.rng
    tone = light.on(ink(rng.choice(HULLS)), 0.8)
    for i in range(crew):
        seat = x + size * (0.38 + 0.24 * i)
        canvas.lay(seated(rng, seat, y + size * 0.06, size * 0.42, flip=i % 2 == 1), light.depth(0.96))
    shape = [
        (0, -0.13),
        (0.2, -0.085),
        (0.75, -0.085),
        (1, -0.15),
        (0.9, 0),
        (0.78, 0.03),
        (0.2, 0.03),
        (0.08, 0),
    ]
    hull = paths.scaled([paths.smooth(shape, steps=5)], x, y, size, flip=False)
    body = canvas.lay(hull, Fade.of(mix(tone, light.lit, 0.25), tone, light.near))
    canvas.shade(body, light.near, side=0.3, strength=0.5)
    canvas.lay(
        [paths.oval(x + size * 0.5, y + size * 0.045, size * 0.52, size * 0.025)],
        light.near,
        opacity=0.5,
        blur=0.2,
    )


def trawler(canvas: Canvas, light: Light, x: float, y: float, size: float) -> None:
    """Moor a fishing boat, bow to the right."""
    rng = canvas.rng
    hull = light.on(ink(rng.choice(HULLS)), 0.92)
    white = light.on(ink("efe6d4"), 0.95)

    def place(*points: tuple[float, float]) -> Path:
        return [(x + a * size, y + b * size) for a, b in points]

    mast = [place((0.52, -0.2), (0.52, -0.85), (0.54, -0.85), (0.54, -0.2))]
    mast += [paths.line(place((0.53, -0.62), (0.85, -0.45)), size * 0.014)]
    mast += [paths.line(place((0.53, -0.84), (end, -0.16)), size * 0.005) for end in (0.02, 0.3, 0.98)]
    canvas.lay(mast, light.depth(0.9))
    cabin = canvas.lay([place((0.2, -0.12), (0.2, -0.38), (0.44, -0.4), (0.47, -0.12))], white)
    canvas.lay([place((0.17, -0.38), (0.17, -0.42), (0.48, -0.44), (0.48, -0.4))], hull)
    panes = [place((0.24 + d, -0.33), (0.3 + d, -0.335), (0.3 + d, -0.25), (0.24 + d, -0.25)) for d in (0, 0.08, 0.155)]
    canvas.lay(panes, LAMP if light.lamps or light.name == "dusk" else light.depth(0.85))
    below = place((0, -0.15), (0.25, -0.12), (0.7, -0.14), (1.02, -0.27), (0.93, 0.02), (0.06, 0.02))
    body = canvas.lay([below], Fade.of(hull, mix(hull, light.near, 0.55)))
    canvas.lay(
        [paths.line(place((0, -0.145), (0.25, -0.115), (0.7, -0.135), (1.02, -0.265)), size * 0.022)],
        white,
    )
    canvas.shade(body, light.near, side=0.35, strength=0.55)
    canvas.shade(cabin, light.near, side=0.5, strength=0.5, reach=0.6)
    nets = [paths.oval(x + size * (0.6 + 0.05 * i), y - size * 0.15, size * 0.05, size * 0.045) for i in range(4)]
    canvas.lay(nets, light.on(ink("c8743a"), 0.9))


def crane(rng: Random, x: float, y: float, size: float) -> list[Path]:
    """Stand a gantry crane on a quay, jib over the water to one side."""
    legs = [
        [(-0.16, 0), (-0.12, -0.55)],
        [(0.16, 0), (0.12, -0.55)],
        [(-0.15, -0.2), (0.15, -0.2)],
        [(-0.14, -0.5), (0.14, -0.5)],
    ]
    legs += [[(-0.15, -0.2), (0.13, -0.5)], [(0.15, -0.2), (-0.13, -0.5)]]
    raised = rng.random() < 0.4
    tip = (0.62, -1.02) if raised else (0.8, -0.6)
    jib = [[(-0.45, -0.58), (0.12, -0.58)], [(0.1, -0.58), tip], [(0, -0.55), (0.02, -0.95)]]
    stays = [[(0.02, -0.94), tip], [(0.02, -0.94), (-0.44, -0.58)], [tip, (tip[0], tip[1] + 0.3)]]
    parts = [paths.line(bar, 0.035) for bar in legs + jib] + [paths.line(bar, 0.012) for bar in stays]
    parts.append(paths.rect(-0.42, -0.66, 0.16, 0.1))
    return paths.scaled(parts, x, y, size, flip=rng.random() < 0.5)


def townhouse(canvas: Canvas, light: Light, x: float, y: float, width: float, tall: float, near: float = 0.75) -> None:
    """Put up one plastered house with a roof and shutters; some windows lit at night."""
    rng = canvas.rng
    wall = light.on(ink(rng.choice(PLASTER)), near)
    tiles = light.on(ink(rng.choice(("8a4636", "6d4c46", "4c5560", "a35a40"))), near)
    front = canvas.lay([paths.rect(x, y - tall, width, tall)], Fade.of(wall, mix(wall, light.near, 0.12)))
    canvas.shade(front, light.near, side=0.06, strength=0.42, reach=0.6)
    if rng.random() < 0.6:
        roof = [
            (x - 0.3, y - tall),
            (x + width * 0.5, y - tall - width * rng.uniform(0.3, 0.6)),
            (x + width + 0.3, y - tall),
        ]
    else:
        roof = [
            (x - 0.3, y - tall),
            (x + width * 0.16, y - tall - width * 0.32),
            (x + width * 0.84, y - tall - width * 0.32),
            (x + width + 0.3, y - tall),
        ]
    canvas.lay(
        [roof, paths.rect(x + width * 0.7, y - tall - width * 0.42, width * 0.1, width * 0.3)],
        tiles,
    )
    rows, columns = max(2, round(tall / 4.2)), max(2, round(width / 3.2))
    panes = paths.windows((x + width * 0.08, y - tall + 0.8, width * 0.84, tall * 0.8), columns, rows, fill=0.46)
    canvas.lay(panes, mix(wall, light.near, 0.62))
    if light.lamps or light.name in ("dusk", "dawn"):
        canvas.lay(paths.some(rng, panes, 0.45 if light.lamps else 0.2), LAMP)
    doors = [paths.rect(x + width * 0.12, y - tall * 0.15, width * 0.28, tall * 0.15)]
    canvas.lay(doors, LAMP if light.lamps and rng.random() < 0.6 else mix(wall, light.near, 0.7))


def terrace(
    canvas: Canvas,
    light: Light,
    y: float,
    *,
    left: float = -2,
    right: float = 152,
    tall: float = 15,
    near: float = 0.75,
) -> None:
    """Line a quay with houses from left to right."""
    x = left
    while x < right:
        width = canvas.rng.uniform(7, 13)
        townhouse(canvas, light, x, y, width, tall * canvas.rng.uniform(0.7, 1.2), near)
        x += width


def passengers(canvas: Canvas, colour: Colour, x: float, y: float, count: int, height: float) -> None:
    rng = canvas.rng
    for _ in range(count):
        a = x + rng.gauss(0, height * 1.4)
        canvas.lay(
            standing(rng, a, y, height * rng.uniform(0.88, 1.06), stride=rng.choice((0, 0.6))),
            mix(colour, WHITE, rng.uniform(0, 0.08)),
        )
