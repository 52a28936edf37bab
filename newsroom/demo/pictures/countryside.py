"""Worked land: vineyard, village, wind farm."""

from __future__ import annotations

from math import cos, pi, sin

from newsroom.demo.pictures import nature, paths, vessels
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.light import Colour, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.surface import water

GREENS = ("7c9550", "93a054", "6a8c5a", "a79a4c", "b5803f")


def vineyard(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "golden", "morning", "dawn", "dusk", "noon")
    horizon = rng.uniform(44, 52)
    sun = sky(canvas, light, horizon)
    leaf = ink(rng.choice(GREENS))
    nature.ranges(canvas, light, horizon - 5, horizon + 2, count=4, height=9, rough=0.5, first=0.12, last=0.5)
    hill = paths.ridge(rng, horizon + 5, 5, rough=0.4)
    canvas.lay([hill], Fade.of(mix(light.on(leaf, 0.55), light.horizon, 0.2), light.on(leaf, 0.6)))
    _farm(canvas, light, rng.uniform(25, 115), hill)
    soil = light.on(ink(rng.choice(("b58a5a", "a8764e", "c4a06c"))), 0.85)
    field = horizon + 11
    canvas.lay(
        [paths.rect(-1, field, 152, 101 - field)],
        Fade.of(mix(soil, light.horizon, 0.4), soil, mix(soil, light.near, 0.35)),
    )
    _rows(canvas, light, field, rng.uniform(35, 115), leaf, sun)
    canvas.haze(light.horizon, field - 10, field + 3, 0.45)
    canvas.glow(sun, horizon, 70, light.glow, 0.3)


def _farm(canvas: Canvas, light: Light, x: float, hill: paths.Path) -> None:
    rng = canvas.rng
    y = paths.crest_at(hill, x) + 2
    trees = [nature.poplar(rng, x + a, y + rng.uniform(0, 1), rng.uniform(8, 14)) for a in (-13, -10.5, -8, 12, 15)]
    canvas.lay(trees, light.depth(0.62))
    for offset, width, tall in ((-5, 6, 4.5), (0, 9, 5.5), (8, 3.5, 9)):
        vessels.townhouse(canvas, light, x + offset, y, width, tall, 0.65)


def _rows(canvas: Canvas, light: Light, top: float, vanish: float, leaf: Colour, sun: float) -> None:
    """Run vine rows to a vanishing point, far rows first so that near ones overlap."""
    rng = canvas.rng
    lines = sorted(range(-13, 14), key=abs, reverse=True)
    for line in lines:
        foot = vanish + (line + 0.5) * 24
        bushes, posts = [], []
        for step in range(26):
            near = (step / 25) ** 1.9
            y = top + near * (104 - top)
            x = vanish + (foot - vanish) * (0.13 + 0.87 * near)
            if not -8 < x < 158:
                continue
            size = 0.5 + 7.2 * near
            bushes += [
                paths.oval(
                    x + rng.gauss(0, 0.16) * size,
                    y - size * rng.uniform(0.35, 0.85),
                    size * 0.46,
                    size * 0.42,
                )
                for _ in range(2)
            ]
            if step % 3 == 0:
                posts.append(paths.line([(x, y + size * 0.3), (x, y - size * 1.35)], size * 0.07))
        shadow = [[(a + 1.2 * (1 if sun < a else -1), b + 1.4) for a, b in path] for path in bushes[::2]]
        canvas.lay(shadow, light.near, opacity=0.25)
        canvas.lay(posts, light.depth(0.85))
        tone = light.on(mix(leaf, (60, 90, 40), rng.uniform(0, 0.25)), 0.92)
        body = canvas.lay(bushes, Fade.of(mix(tone, light.horizon, 0.4), tone, mix(tone, light.near, 0.35)))
        if abs(line) < 6:
            canvas.shade(body, light.glow, side=0.75, strength=0.3, reach=0.5)


def village(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "dawn", "golden", "morning", "blue", "dusk", "overcast")
    horizon = rng.uniform(46, 54)
    sun = sky(canvas, light, horizon)
    nature.ranges(canvas, light, horizon - 8, horizon + 2, count=4, height=13, first=0.12, last=0.42)
    green = ink(rng.choice(GREENS))
    heart = rng.uniform(50, 100)
    for rank in range(4):
        near = 0.45 + 0.14 * rank
        y = horizon + 7 + rank * 8.5
        hill = paths.ridge(rng, y, 3.4, rough=0.4, levels=6)
        meadow = light.on(green, near)
        ground = canvas.lay([hill], Fade.of(mix(meadow, light.horizon, 0.3), meadow, mix(meadow, light.near, 0.3)))
        canvas.shade(ground, light.glow, side=0.75, strength=0.25, reach=0.3)
        if rank == 1:
            _chapel(canvas, light, heart, paths.crest_at(hill, heart) + 1, near)
        for _ in range(7 - rank):
            x = heart + rng.gauss(0, 13 + 9 * rank)
            size = 4 + 2.0 * rank
            vessels.townhouse(
                canvas,
                light,
                x,
                paths.crest_at(hill, x) + 1.6,
                size * rng.uniform(1, 1.5),
                size * rng.uniform(0.8, 1.1),
                near,
            )
        leaves = []
        for _ in range(11):
            x = rng.uniform(-3, 153)
            leaves += nature.broadleaf(
                rng, x, paths.crest_at(hill, x) + 1.4, (4.4 + 2.4 * rank) * rng.uniform(0.7, 1.2)
            )
        tree = canvas.lay(leaves, Fade.of(mix(light.depth(near), meadow, 0.4), light.depth(near + 0.1)))
        canvas.shade(tree, light.glow, side=0.7, strength=0.2, reach=0.5)
        canvas.haze(light.horizon, y - 4, y + 6, 0.34 - 0.09 * rank)
    nature.plume(canvas, heart + 9, horizon + 8, (light.shade, light.lit), size=7, drift=9)
    _lane(canvas, light, heart)
    canvas.glow(sun, horizon, 60, light.glow, 0.2)


def _chapel(canvas: Canvas, light: Light, x: float, y: float, near: float) -> None:
    white = light.on(ink("efe3cd"), near + 0.1)
    canvas.lay([[(x + 2.6, y), (x + 2.6, y - 6), (x + 6, y - 8.5), (x + 12, y - 8.5), (x + 12, y)]], white)
    canvas.lay(
        [[(x + 2.4, y - 5.6), (x + 5.4, y - 9), (x + 12.4, y - 9), (x + 12.4, y - 5.6)]],
        light.on(ink("7c4a3c"), near),
    )
    tower = canvas.lay([paths.rect(x - 1.8, y - 13, 4.4, 13)], white)
    canvas.shade(tower, light.near, side=0.0, strength=0.4)
    canvas.lay(
        [
            [(x - 2.4, y - 12.8), (x + 0.4, y - 23), (x + 3.2, y - 12.8)],
            paths.rect(x + 0.3, y - 25, 0.25, 3),
            paths.rect(x - 0.3, y - 24.2, 1.4, 0.25),
        ],
        light.on(ink("5c4a4c"), near),
    )
    canvas.lay(
        [paths.arch(x - 0.3, y - 8.5, 1.4, 2.6)],
        vessels.LAMP if light.lamps else light.near,
        opacity=0.8,
    )


def _lane(canvas: Canvas, light: Light, heart: float) -> None:
    """Wind a lane up to the village between fence posts."""
    rng = canvas.rng
    dust = mix(light.on(ink("dcc69c"), 0.95), light.lit, 0.2)
    bends = [
        (heart + rng.uniform(-20, 20), 101.0),
        (heart + rng.uniform(-26, 26), 90),
        (heart + rng.uniform(-8, 8), 80),
        (heart, 76),
    ]
    lane = paths.smooth(bends, closed=False, steps=12)
    canvas.lay([paths.line(lane, lambda way: 10 - 8.6 * way)], Fade.of(mix(dust, light.horizon, 0.3), dust))
    side = rng.choice((-1, 1))
    posts = [
        paths.line(
            [(x + side * (7 - i * 0.13), y + 1), (x + side * (7 - i * 0.13), y - 6 + i * 0.12)],
            0.7 - i * 0.013,
        )
        for i, (x, y) in enumerate(lane)
        if i % 4 == 0
    ]
    canvas.lay(posts, light.near)
    canvas.lay(nature.grass(rng, 101, 190, 5), light.near)
    if rng.random() < 0.6:
        canvas.lay(standing(rng, bends[1][0], 90, 9, stride=0.7), light.near)


def windfarm(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "golden", "dawn", "morning", "dusk", "noon", "overcast", "storm")
    horizon = rng.uniform(64, 74)
    sun = sky(canvas, light, horizon)
    offshore = rng.random() < 0.4
    if not offshore:
        nature.ranges(canvas, light, horizon - 6, horizon, count=3, height=8, rough=0.45, first=0.12, last=0.4)
    face = rng.uniform(0, 1)
    for size, near, count in ((17, 0.18, 7), (28, 0.38, 4), (56, 0.7, 2)):
        start = rng.uniform(4, 30)
        for i in range(count):
            x = start + i * (140 / count) + rng.uniform(-5, 5)
            y = horizon + (1.5 if offshore else 2 + size * 0.16)
            _turbine(canvas, light, x, y, size * rng.uniform(0.9, 1.12), near, face)
        if not offshore:
            leaf = light.on(ink(rng.choice(GREENS)), near)
            hill = paths.ridge(rng, horizon + size * 0.26, 2 + size * 0.05, rough=0.4, levels=6)
            canvas.lay([hill], Fade.of(mix(leaf, light.horizon, 0.35), leaf, mix(leaf, light.near, 0.4)))
        canvas.haze(light.horizon, horizon - 20, horizon + 2, 0.3)
    if offshore:
        water(canvas, light, horizon + 1, sun=sun, calm=0.45)
    else:
        crops = mix(light.on(ink("d0b05a"), 0.9), light.near, 0.3)
        canvas.lay(nature.grass(rng, 101, 420, 8), crops)
        canvas.lay(nature.grass(rng, 102, 260, 6), light.near)
    canvas.glow(sun, horizon, 60, light.glow, 0.3)


def _turbine(canvas: Canvas, light: Light, x: float, y: float, tall: float, near: float, face: float) -> None:
    rng = canvas.rng
    pale = light.name in ("storm", "noon", "morning")
    tone = mix(light.depth(near), light.lit, 0.7 if pale else 0.1)
    mast = canvas.lay([paths.line([(x, y), (x, y - tall)], lambda way: tall * (0.042 - 0.024 * way))], tone)
    canvas.shade(mast, light.near, side=0.0, strength=0.45)
    turn, hub = rng.uniform(0, 2 * pi), (x, y - tall)
    blades = []
    for i in range(3):
        a = turn + i * 2 * pi / 3
        reach = tall * 0.52
        tip = (hub[0] + cos(a) * reach * (0.75 + 0.25 * face), hub[1] + sin(a) * reach)
        blades.append(
            paths.line(
                [hub, ((hub[0] + tip[0]) / 2, (hub[1] + tip[1]) / 2), tip],
                lambda way: tall * 0.034 * (1.15 - way),
            )
        )
    canvas.lay(
        [
            *blades,
            paths.oval(hub[0], hub[1], tall * 0.024, tall * 0.024),
            paths.rect(x - tall * 0.012, y - tall * 1.015, tall * 0.07, tall * 0.03),
        ],
        tone,
    )
