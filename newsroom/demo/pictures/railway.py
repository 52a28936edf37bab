"""A railway: tracks to the horizon, masts and wires, a train coming on."""

from __future__ import annotations

from newsroom.demo.pictures import nature, paths
from newsroom.demo.pictures.light import Colour, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.vessels import LAMP


def railway(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "dusk", "dawn", "golden", "morning", "overcast", "blue")
    horizon = rng.uniform(50, 56)
    vanish = rng.uniform(58, 92)
    sky(canvas, light, horizon, sun=vanish + rng.uniform(-25, 25))
    nature.ranges(canvas, light, horizon - 5, horizon, count=4, height=9, first=0.12, last=0.5)
    bed = light.on(ink(rng.choice(("8d8378", "9a8468", "7d7f80"))), 0.85)
    field = light.on(ink(rng.choice(("8a9a55", "a79a5c", "6f8a5e"))), 0.8)
    canvas.lay(
        [paths.rect(-1, horizon, 152, 60)],
        Fade.of(mix(field, light.horizon, 0.5), field, mix(field, light.near, 0.5)),
    )
    canvas.lay(
        [[(vanish - 2, horizon), (vanish + 2, horizon), (vanish + 88, 101), (vanish - 88, 101)]],
        Fade.of(mix(bed, light.horizon, 0.5), bed, mix(bed, light.near, 0.35)),
    )
    for track in (-44, 40):
        _track(canvas, light, vanish, horizon, track)
    _catenary(canvas, light, vanish, horizon)
    _train(canvas, light, vanish, horizon, -44)
    canvas.haze(light.horizon, horizon - 10, horizon + 3, 0.4)
    canvas.lay(nature.grass(rng, 102, 200, 6), light.near)


def _track(canvas: Canvas, light: Light, vanish: float, horizon: float, foot: float) -> None:
    sleepers, rails = [], []
    for i in range(1, 44):
        near = (i / 43) ** 2.2
        y = horizon + near * (101 - horizon)
        x = vanish + foot * near
        sleepers.append(paths.rect(x - 17 * near, y, 34 * near, 0.1 + 1.5 * near))
    canvas.lay(sleepers, mix(light.near, (90, 66, 52), 0.4), opacity=0.75)
    for side in (-11, 11):
        rails.append(
            [
                (vanish, horizon),
                (vanish + foot + side - 0.9, 101),
                (vanish + foot + side + 0.9, 101),
            ]
        )
    canvas.lay(
        rails,
        Fade.of(light.horizon, mix(light.horizon, light.lit, 0.4), mix(light.near, light.sky[1], 0.5)),
    )


def _catenary(canvas: Canvas, light: Light, vanish: float, horizon: float) -> None:
    parts = []
    for i in range(9):
        near = 0.9 * 0.62**i
        foot, top = horizon + near * 40, horizon - near * 62
        for side in (-1, 1):
            x = vanish + side * near * 84
            parts.append(paths.line([(x, foot), (x, top)], 1.9 * near))
            parts.append(paths.line([(x, top + 4 * near), (vanish + side * near * 30, top + 8 * near)], 0.9 * near))
            parts.append(paths.line([(x, top + 14 * near), (vanish + side * near * 34, top + 8 * near)], 0.5 * near))
    wires = [[(vanish, horizon - 0.5), (vanish + a, -4), (vanish + a + 0.7, -4)] for a in (-44, -38, 36, 42)]
    canvas.lay([*parts, *wires], light.depth(0.9))


def _train(canvas: Canvas, light: Light, vanish: float, horizon: float, foot: float) -> None:
    """Bring a train round towards us on the left-hand track."""
    rng = canvas.rng
    near = rng.uniform(0.4, 0.6)
    x, y = vanish + foot * near, horizon + near * 45
    wide, tall = 30 * near, 44 * near
    paint = light.on(ink(rng.choice(("b23b34", "2f5d8a", "2f6d5a", "d09a3a", "4a5560"))), 0.97)
    white = light.on(ink("eee8dc"), 0.97)
    _carriages(canvas, light, (x, y, wide, tall), vanish, horizon, paint)
    nose = paths.smooth(
        [
            (x - wide * 0.5, y),
            (x - wide * 0.5, y - tall * 0.62),
            (x - wide * 0.36, y - tall * 0.95),
            (x, y - tall),
            (x + wide * 0.36, y - tall * 0.95),
            (x + wide * 0.5, y - tall * 0.62),
            (x + wide * 0.5, y),
        ],
        closed=False,
    )
    front = canvas.lay([nose], Fade.of(mix(paint, light.lit, 0.35), paint, mix(paint, light.near, 0.4)))
    screen = paths.smooth(
        [
            (x - wide * 0.38, y - tall * 0.56),
            (x - wide * 0.3, y - tall * 0.85),
            (x, y - tall * 0.9),
            (x + wide * 0.3, y - tall * 0.85),
            (x + wide * 0.38, y - tall * 0.56),
        ],
        closed=False,
    )
    glass = canvas.lay([screen], mix(light.near, light.sky[0], 0.25))
    canvas.shade(glass, light.horizon, side=0.65, strength=0.6, reach=0.5)
    canvas.lay([paths.rect(x - wide * 0.5, y - tall * 0.38, wide, tall * 0.05)], white)
    canvas.shade(front, light.near, side=0.0, strength=0.45, reach=0.6)
    canvas.lay([paths.rect(x - wide * 0.46, y - tall * 0.06, wide * 0.92, tall * 0.1)], light.near)
    for lamp in (x - wide * 0.32, x + wide * 0.32):
        canvas.lay([paths.disc(lamp, y - tall * 0.24, wide * 0.055)], ink("fff6da"))
        canvas.glow(lamp, y - tall * 0.24, wide * 0.55, ink("ffeec0"), 0.9)
    canvas.lay([paths.oval(x, y + 0.6, wide * 0.7, tall * 0.04)], light.near, opacity=0.6, blur=0.4)


def _carriages(
    canvas: Canvas,
    light: Light,
    front: tuple[float, float, float, float],
    vanish: float,
    horizon: float,
    paint: Colour,
) -> None:
    """Run the train's side back from its front (middle, foot, width, height) to the horizon."""
    x, y, wide, tall = front
    right = x + wide / 2
    far = (vanish + 0.6, horizon + 0.3)
    side = canvas.lay(
        [[(right, y), (right, y - tall * 0.9), (far[0], far[1] - 1.5), far]],
        mix(paint, light.near, 0.3),
    )
    canvas.lay(
        [
            [
                (right, y - tall * 0.74),
                (far[0], far[1] - 1.2),
                (far[0], far[1] - 0.7),
                (right, y - tall * 0.42),
            ]
        ],
        LAMP if light.lamps or light.name == "dusk" else mix(light.near, light.horizon, 0.35),
    )
    canvas.shade(side, light.near, side=0.25, strength=0.4)
