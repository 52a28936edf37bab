"""A stadium under floodlights."""

from __future__ import annotations

from math import cos, pi, sin

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.light import WHITE, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky


def stadium(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "blue", "night", "dusk", "golden", "overcast")
    rim = rng.uniform(34, 40)
    sky(canvas, light, rim + 12, clouds="streaks")
    _stands(canvas, light, rim)
    _pitch(canvas, light)
    masts = (10, 44, 106, 140)
    for x in masts:
        lean = (75 - x) * 0.05
        canvas.lay(
            [
                paths.line([(x, rim + 8), (x + lean, rim - 24)], 0.9),
                paths.rect(x + lean - 5, rim - 28, 10, 5),
            ],
            light.depth(0.95),
        )
        canvas.lay(paths.windows((x + lean - 5, rim - 28, 10, 5), 6, 3, fill=0.7), ink("fffbe6"))
        canvas.glow(x + lean, rim - 25.5, 30, ink("eef3ff"), 0.85)
        canvas.lay(
            [
                [
                    (x + lean - 3, rim - 24),
                    (x + lean + 3, rim - 24),
                    (75 + (x - 75) * 0.1 + 26, 92),
                    (75 + (x - 75) * 0.1 - 26, 92),
                ]
            ],
            ink("f4f6e4"),
            opacity=0.09,
            blur=1.5,
        )
    canvas.vignette(light.near, 0.45)


def _stands(canvas: Canvas, light: Light, rim: float) -> None:
    """Fill a bowl of seats with people, row after row, under a roof."""
    rng = canvas.rng
    colours = [
        ink(code) for code in rng.sample(("c8493c", "e8e0d0", "2f5d8a", "e0b04a", "3f7a5a", "d98a5a", "8a4a6a"), 3)
    ]
    canvas.lay(
        [[(-2, rim + 2), (30, rim + 9), (120, rim + 9), (152, rim + 2), (152, 80), (-2, 80)]],
        mix(light.depth(0.85), light.near, 0.3),
    )
    dots: list[list[paths.Path]] = [[], [], [], []]
    for row in range(17):
        y = rim + 10 + row * 1.55
        for i in range(100):
            x = i * 1.52 + rng.uniform(-0.5, 0.5)
            bend = abs(x - 75) / 75
            if rng.random() < 0.86:
                dots[rng.choice((0, 0, 1, 2, 3))].append(paths.rect(x, y + bend**2 * (row - 7) * 0.55, 0.72, 0.95))
    for group, colour in zip(dots, [*colours, light.near], strict=True):
        canvas.lay(group, mix(colour, light.near, 0.35), opacity=0.9)
    roof = [
        (-2, rim - 8),
        (34, rim + 3),
        (116, rim + 3),
        (152, rim - 8),
        (152, rim + 3),
        (118, rim + 9),
        (32, rim + 9),
        (-2, rim + 3),
    ]
    body = canvas.lay([roof], mix(light.depth(0.9), light.lit, 0.12))
    canvas.shade(body, light.lit, side=0.25, strength=0.4, reach=0.5)
    canvas.lay(
        [paths.line([(-2, rim + 3), (32, rim + 9), (118, rim + 9), (152, rim + 3)], 0.4)],
        ink("fff4cf"),
    )


def spot(u: float, v: float) -> paths.Point:
    """Place a point on the pitch: u -1 to 1 from goal to goal, v 0 far to 1 near."""
    return 75 + u * (50 + 62 * v), 66 + 35 * v**1.25


def _pitch(canvas: Canvas, light: Light) -> None:
    rng = canvas.rng
    turf = mix(ink(rng.choice(("4f9a4e", "5a9c48", "3f8d5c"))), light.near, 0.14)
    canvas.lay([[spot(-1.3, 0), spot(1.3, 0), (190, 101), (-40, 101)]], mix(turf, light.near, 0.3))
    for i in range(10):
        strip = [
            spot(-1 + i * 0.2, 0),
            spot(-0.8 + i * 0.2, 0),
            spot(-0.8 + i * 0.2, 1),
            spot(-1 + i * 0.2, 1),
        ]
        canvas.lay(
            [strip],
            Fade.of(mix(turf, WHITE, 0.1 + 0.09 * (i % 2)), mix(turf, WHITE, 0.05 * (i % 2))),
        )
    ring = [spot(0.18 * cos(i * pi / 20), 0.42 + 0.2 * sin(i * pi / 20)) for i in range(41)]
    marks = [
        paths.line([spot(0, 0), spot(0, 1)], 0.4),
        paths.line(ring, 0.35),
        paths.line([spot(-1, 0), spot(1, 0)], 0.35),
    ]
    for side in (-1, 1):
        marks.append(
            paths.line(
                [
                    spot(side, 0.2),
                    spot(side * 0.72, 0.2),
                    spot(side * 0.72, 0.75),
                    spot(side, 0.75),
                ],
                0.4,
            )
        )
    canvas.lay(marks, WHITE, opacity=0.75)
    _players(canvas, light)


def _players(canvas: Canvas, light: Light) -> None:
    rng = canvas.rng
    kits = [ink(code) for code in rng.sample(("d8453a", "f0ece0", "2c5f9e", "e8bc4c", "222a3a"), 2)]
    for v in sorted(rng.uniform(0.08, 0.85) for _ in range(15)):
        x, y = spot(rng.uniform(-0.85, 0.85), v)
        for away in (-1, 1):
            canvas.lay(
                [[(x - 0.5, y), (x + 0.5, y), (x + away * 6, y + 1.6)]],
                light.near,
                opacity=0.22,
                blur=0.15,
            )
        canvas.lay(standing(rng, x, y, 4.2 + 5 * v, stride=1.0), mix(rng.choice(kits), light.near, 0.08))
