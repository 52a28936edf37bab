"""Scenes by the water: harbour, ferry, fishing, flood."""

from __future__ import annotations

from newsroom.demo.pictures import nature, paths, vessels
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.light import WHITE, Colour, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.surface import lamp_trail, water


def harbour(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "dawn", "golden", "dusk", "blue", "morning", "overcast")
    shore = rng.uniform(52, 60)
    sun = sky(canvas, light, shore)
    nature.ranges(canvas, light, shore - 8, shore - 2, count=3, height=8, first=0.12, last=0.4)
    port = rng.random() < 0.5
    if port:
        _containers(canvas, light, shore)
        cranes = [vessels.crane(rng, x + rng.uniform(-4, 4), shore - 1, rng.uniform(18, 27)) for x in range(8, 150, 27)]
        canvas.lay([part for one in cranes for part in one], light.depth(0.72))
    else:
        vessels.terrace(canvas, light, shore - 1, tall=13, near=0.62)
        _church(canvas, rng.uniform(30, 120), shore - 8, 24, light.depth(0.6))
    canvas.lay([paths.rect(-1, shore - 1.2, 152, 1.6)], light.depth(0.85))
    canvas.haze(light.horizon, shore - 20, shore, 0.22)
    if port:
        vessels.ferry(canvas, light, rng.uniform(0, 70), shore + 1.5, rng.uniform(55, 75))
    water(canvas, light, shore + 1.6, sun=sun, calm=rng.uniform(0.6, 0.85))
    if light.lamps or light.name == "dusk":
        for _ in range(12):
            x = rng.uniform(2, 148)
            canvas.glow(x, shore - 1, 4.5, vessels.LAMP, 0.8)
            lamp_trail(canvas, x, shore + 2, vessels.LAMP, rng.uniform(10, 26))
    for i in range(rng.randint(2, 3)):
        size = 20 + 11 * i
        vessels.trawler(canvas, light, rng.uniform(0, 110), shore + 13 + 11 * i, size)
    _mooring(canvas, light.depth(1.0))


def _containers(canvas: Canvas, light: Light, shore: float) -> None:
    rng = canvas.rng
    for x in range(-2, 152, 6):
        for level in range(rng.randint(0, 4)):
            tone = light.on(ink(rng.choice(vessels.HULLS + ("c9883f", "9aa3a0"))), 0.6)
            canvas.lay([paths.rect(x, shore - 3.4 - level * 2.3, 5.7, 2.2)], tone)


def _church(canvas: Canvas, x: float, y: float, tall: float, tone: Colour) -> None:
    spire = [
        (x - 1.5, y),
        (x - 1.5, y - tall * 0.5),
        (x, y - tall),
        (x + 1.5, y - tall * 0.5),
        (x + 1.5, y),
    ]
    canvas.lay(
        [
            spire,
            paths.rect(x - 0.1, y - tall - 2, 0.2, 2.4),
            paths.rect(x - 0.6, y - tall - 1.3, 1.2, 0.2),
        ],
        tone,
    )


def _mooring(canvas: Canvas, tone: Colour) -> None:
    """Stand old posts and a sagging rope along the near edge."""
    rng = canvas.rng
    posts, ropes = [], []
    stops = [(x + rng.uniform(-3, 3), rng.uniform(85, 90)) for x in range(6, 150, 34)]
    for x, y in stops:
        posts += [paths.line([(x, y), (x + 0.4, 102)], 2.2), paths.oval(x, y, 1.1, 0.45)]
    for (x, y), (a, b) in zip(stops, stops[1:], strict=False):
        sag = paths.smooth([(x, y + 2), ((x + a) / 2, (y + b) / 2 + 6), (a, b + 2)], closed=False)
        ropes.append(paths.line(sag, 0.45))
    canvas.lay([*posts, *ropes], tone)


def ferry(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "golden", "dusk", "morning", "noon", "storm", "overcast", "blue")
    shore = rng.uniform(50, 60)
    sun = sky(canvas, light, shore)
    nature.ranges(canvas, light, shore - 6, shore + 1, count=4, height=10, first=0.1, last=0.5)
    size = rng.uniform(62, 88)
    x = rng.uniform(10, 140 - size)
    nature.plume(canvas, x + size * 0.31, shore - size * 0.4, (light.shade, light.lit), size=12, drift=-26)
    calm = 0.25 if light.name == "storm" else 0.62
    vessels.ferry(canvas, light, x, shore + 3.5, size)
    water(canvas, light, shore + 4, sun=sun, calm=calm)
    vessels.wake(canvas, x, shore + 4, size, mix(light.lit, WHITE, 0.4))
    nature.birds(canvas, mix(light.near, light.lit, 0.2), x + size * 0.4, shore - 26, 9)
    if rng.random() < 0.6:
        _rail(canvas, light.depth(1.0))


def _rail(canvas: Canvas, tone: Colour) -> None:
    """Look out from another deck: a rail and someone leaning on it."""
    rng = canvas.rng
    bars = [paths.rect(-1, y, 152, thick) for y, thick in ((82, 1.3), (88, 0.5), (93, 0.5), (97, 5))]
    bars += [paths.rect(x, 82, 0.9, 20) for x in range(8, 150, 22)]
    canvas.lay(bars, tone)
    for x in (rng.uniform(12, 50), rng.uniform(95, 138)):
        canvas.lay(standing(rng, x, 112, 46), tone)


def fishing(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "dawn", "golden", "morning", "dusk", "overcast")
    shore = rng.uniform(44, 56)
    sun = sky(canvas, light, shore)
    nature.ranges(canvas, light, shore - 7, shore - 1, count=4, height=9, first=0.1, last=0.55)
    mirrored = rng.random() < 0.4
    if mirrored:
        vessels.trawler(canvas, light, rng.uniform(30, 80), shore + 5.5, 44)
    water(canvas, light, shore + (6 if mirrored else 1), sun=sun, calm=0.9)
    nature.mist(canvas, light.horizon, shore - 6, shore + 12, 0.6)
    if not mirrored:
        x = min(105.0, max(15.0, sun + rng.choice((-30, 16))))
        y = rng.uniform(72, 80)
        vessels.rowing_boat(canvas, light, x, y, 32, crew=rng.randint(1, 2))
        rod = paths.smooth([(x + 17, y - 8), (x + 30, y - 20), (x + 40, y - 22)], closed=False)
        canvas.lay(
            [
                paths.line(rod, lambda way: 0.5 - 0.4 * way),
                paths.line([(x + 40, y - 22), (x + 42, y + 2)], 0.1),
            ],
            light.depth(1),
        )
    nature.birds(canvas, light.near, rng.uniform(30, 120), shore - 20, 8)
    canvas.lay(_reeds(canvas, 103, rng.choice((-1, 1))), light.depth(1.0))


def _reeds(canvas: Canvas, y: float, side: int) -> list[paths.Path]:
    rng = canvas.rng
    reeds = []
    for _ in range(75):
        x = 75 + side * (78 - abs(rng.gauss(0, 20)))
        tall = rng.uniform(12, 36)
        top = (x + rng.uniform(-6, 6), y - tall)
        reeds.append(paths.line([(x, y), ((x + top[0]) / 2, y - tall * 0.6), top], lambda way: 0.5 - 0.35 * way))
        if rng.random() < 0.22:
            reeds.append(paths.oval(top[0], top[1], 0.6, 2.4))
    return reeds


def flood(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "overcast", "storm", "overcast", "dawn")
    shore = rng.uniform(50, 58)
    sun = sky(canvas, light, shore, clouds="heavy")
    nature.ranges(canvas, light, shore - 7, shore - 2, count=2, height=6, first=0.15, last=0.3)
    vessels.terrace(canvas, light, shore + 5, left=-3, right=rng.uniform(45, 70), tall=19, near=0.72)
    vessels.terrace(canvas, light, shore + 2, left=rng.uniform(100, 115), right=155, tall=12, near=0.58)
    trees = [part for _ in range(4) for part in nature.bare(rng, rng.uniform(66, 104), shore + 6, rng.uniform(14, 22))]
    canvas.lay(trees, light.depth(0.6))
    poles = [paths.rect(x, shore - 18 + i * 2, 0.6, 30) for i, x in enumerate(range(70, 130, 17))]
    poles += [paths.rect(x - 2, shore - 16 + i * 2, 4.6, 0.4) for i, x in enumerate(range(70, 130, 17))]
    canvas.lay(poles, light.depth(0.78))
    mud = light.on(ink(rng.choice(("8d7a5c", "7a7460", "94805f"))), 0.9)
    water(canvas, light, shore + 5, sun=sun, calm=0.75, tint=mix(mud, light.near, 0.35))
    _drowned(canvas, light, rng.uniform(15, 40), 74)
    vessels.rowing_boat(canvas, light, rng.uniform(62, 100), rng.uniform(76, 84), 34, crew=2)
    nature.rain(canvas, light.lit, count=rng.choice((0, 260, 520)))


def _drowned(canvas: Canvas, light: Light, x: float, y: float) -> None:
    """Leave a car up to its windows and a road sign standing in the water."""
    rng = canvas.rng
    tone = light.on(ink(rng.choice(vessels.HULLS)), 0.9)
    cabin = [
        (0, 0),
        (0.05, -0.12),
        (0.2, -0.16),
        (0.33, -0.33),
        (0.68, -0.33),
        (0.84, -0.15),
        (0.98, -0.11),
        (1, 0),
    ]
    body = canvas.lay(paths.scaled([cabin], x, y, 22), Fade.of(mix(tone, light.lit, 0.3), tone))
    canvas.shade(body, light.near, side=0.3, strength=0.5)
    glass = [
        [(0.26, -0.17), (0.36, -0.29), (0.49, -0.29), (0.49, -0.17)],
        [(0.53, -0.17), (0.53, -0.29), (0.65, -0.29), (0.75, -0.17)],
    ]
    canvas.lay(paths.scaled(glass, x, y, 22), light.depth(0.9))
    canvas.lay([paths.oval(x + 11, y + 0.5, 13, 0.9)], light.near, opacity=0.45, blur=0.3)
    a = x + rng.uniform(27, 36)
    canvas.lay([paths.rect(a, y - 22, 0.7, 25)], light.depth(0.95))
    canvas.lay([[(a - 4.6, y - 15), (a + 0.35, y - 24), (a + 5.3, y - 15)]], light.on(ink("b3382c"), 0.95))
    canvas.lay([[(a - 2.9, y - 16), (a + 0.35, y - 22), (a + 3.6, y - 16)]], light.on(ink("efe6d0"), 0.95))
