"""A factory by the river: chimneys, cooling tower, saw-tooth halls."""

from __future__ import annotations

from math import pi, sin

from newsroom.demo.pictures import nature, paths
from newsroom.demo.pictures.light import WHITE, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.surface import water
from newsroom.demo.pictures.vessels import LAMP


def factory(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "dusk", "golden", "blue", "overcast", "dawn", "morning")
    ground = rng.uniform(72, 78)
    sun = sky(canvas, light, ground)
    nature.ranges(canvas, light, ground - 9, ground - 4, count=2, height=5, first=0.12, last=0.25)
    drift = rng.choice((-1, 1)) * rng.uniform(14, 30)
    for near, count in ((0.3, 4), (0.55, 3)):
        for i in range(count):
            x = 10 + i * 130 / count + rng.uniform(0, 22)
            tall = rng.uniform(34, 50) * (0.75 + near * 0.5)
            _chimney(canvas, light, x, ground, tall, near, drift)
        canvas.haze(light.horizon, ground - 30, ground, 0.35)
    if rng.random() < 0.65:
        _cooling_tower(canvas, light, rng.choice((18, 116)), ground, drift)
    _sheds(canvas, light, ground, sun)
    canvas.lay([paths.rect(-1, ground - 0.5, 152, 2)], light.depth(0.92))
    water(canvas, light, ground + 1, sun=sun, calm=0.78)
    if light.lamps or light.name == "dusk":
        for x in range(6, 150, 15):
            canvas.glow(x, ground - 9, 6, LAMP, 0.75)
    canvas.vignette(light.near, 0.3)


def _chimney(canvas: Canvas, light: Light, x: float, ground: float, tall: float, near: float, drift: float) -> None:
    nature.plume(
        canvas,
        x,
        ground - tall,
        (mix(light.shade, light.near, 0.2), light.lit),
        size=tall * 0.42,
        drift=drift,
    )
    tone = light.on(ink(canvas.rng.choice(("a0604a", "9a9288", "8c7468"))), near)
    stack = canvas.lay(
        [[(x - 2, ground), (x - 1.3, ground - tall), (x + 1.3, ground - tall), (x + 2, ground)]],
        tone,
    )
    bands = [paths.rect(x - 1.5, ground - tall + a, 3, 1.6) for a in (1, 5)]
    canvas.lay(bands, light.on(ink("e8ded0"), near))
    canvas.shade(stack, light.near, side=0.0, strength=0.6, reach=0.8)


def _cooling_tower(canvas: Canvas, light: Light, x: float, ground: float, drift: float) -> None:
    nature.plume(canvas, x + 2, ground - 38, (light.shade, mix(light.lit, WHITE, 0.3)), size=30, drift=drift)
    left = [(x - 15 + 6.2 * sin(pi * i / 20) ** 1.2 + i * 0.24, ground - i * 2) for i in range(20)]
    right = [(2 * x - a, b) for a, b in left][::-1]
    body = canvas.lay(
        [left + right],
        Fade.of(mix(light.on(ink("c9c2b8"), 0.6), light.lit, 0.2), light.on(ink("b4aca2"), 0.6)),
    )
    canvas.shade(body, light.near, side=0.0, strength=0.65, reach=0.75)


def _sheds(canvas: Canvas, light: Light, ground: float, sun: float) -> None:
    """Line up saw-tooth halls, tanks and pipe bridges in front."""
    rng = canvas.rng
    x = -4.0
    while x < 150:
        wide, tall = rng.uniform(22, 36), rng.uniform(10, 15)
        tone = light.on(ink(rng.choice(("8a5a48", "6c7478", "7d6a5c", "55646c"))), 0.82)
        if rng.random() < 0.3:
            tanks = [paths.rect(x + i * 9, ground - 11, 7.6, 11) for i in range(3)] + [
                paths.oval(x + 3.8 + i * 9, ground - 11, 3.8, 1.3) for i in range(3)
            ]
            body = canvas.lay(tanks, mix(light.on(ink("c8c4ba"), 0.85), light.near, 0.1))
            wide = 28
        else:
            teeth = [(x, ground), (x, ground - tall)]
            for i in range(4):
                a = x + wide * i / 4
                teeth += [(a, ground - tall - 5), (a + wide / 4, ground - tall)]
            body = canvas.lay([[*teeth, (x + wide, ground)]], Fade.of(tone, mix(tone, light.near, 0.3)))
            panes = paths.windows((x + 1, ground - tall + 1.5, wide - 2, tall * 0.62), 9, 2, fill=0.7)
            canvas.lay(
                panes,
                LAMP if light.lamps or light.name == "dusk" else mix(light.near, light.sky[1], 0.4),
                opacity=0.85,
            )
        canvas.shade(body, light.near, side=0.0 if sun < x else 0.5, strength=0.5, reach=0.7)
        x += wide + rng.uniform(-1, 3)
    pipes = [
        paths.line([(rng.uniform(0, 40), ground - 8), (rng.uniform(80, 150), ground - 8)], 0.7),
        paths.rect(-1, ground - 6, 152, 0.5),
    ]
    canvas.lay(pipes, light.depth(0.95))
