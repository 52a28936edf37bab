"""Dunes with a low sun and a few people crossing them."""

from __future__ import annotations

from newsroom.demo.pictures import nature, paths
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.light import Colour, Light, ink, mix
from newsroom.demo.pictures.light import choose as choose_light
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky


def desert_sun(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose_light(rng, "golden", "dusk", "dawn", "morning")
    horizon = rng.uniform(50, 60)
    sun = sky(canvas, light, horizon, clouds=rng.choice(("clear", "streaks")))
    canvas.lay(
        [paths.disc(sun, horizon - light.height * 0.6 - 3, rng.uniform(5, 8))],
        mix(light.sun, light.glow, 0.2),
        opacity=0.85,
    )
    nature.ranges(canvas, light, horizon - 1, horizon + 2, count=2, height=4, first=0.1, last=0.2, rough=0.45)
    sand = light.on(ink(rng.choice(("e0a366", "d98d5c", "e6b878", "c97a50"))))
    for i in range(5):
        _dune(canvas, horizon + 3 + i * 9.5, (i + 1) / 5, sand, light, sun)
    _caravan(canvas, rng.uniform(30, 90), horizon + 14.5, light.near)
    canvas.glow(sun, horizon, 60, light.glow, 0.35)


def _dune(canvas: Canvas, y: float, near: float, sand: Colour, light: Light, sun: float) -> None:
    """Lay one dune: a bright windward slope and a slip face in shadow along a winding crest."""
    rng = canvas.rng
    tone = mix(mix(sand, light.horizon, 0.55), sand, near)
    dark = mix(tone, light.near, 0.5)
    top = rng.uniform(15, 135)
    wave = [
        (-8, y + rng.uniform(0, 4)),
        (top * 0.5, y - rng.uniform(-1, 2)),
        (top, y - 4 - 5 * near),
    ]
    wave += [(top + (150 - top) * 0.5, y), (158, y + rng.uniform(-1, 3))]
    crest = paths.smooth(wave, closed=False, steps=14)
    body = canvas.lay(
        [[*crest, (158, 101), (-8, 101)]],
        Fade.of(mix(tone, light.lit, 0.35), tone, mix(tone, dark, 0.35)),
    )
    canvas.shade(body, light.lit, side=0.75, strength=0.4, reach=0.5)
    away = 1 if sun < top else -1
    ridge = [
        (top, y - 4 - 5 * near),
        (top + away * 3, y + 3),
        (top - away * 4, y + 12 + 10 * near),
        (top + away * 8, y + 30),
    ]
    spine = paths.smooth(ridge, closed=False, steps=12)
    far = [point for point in crest if (point[0] - top) * away > 0]
    far = far if away > 0 else far[::-1]
    face = canvas.stencil([[*spine[::-1], *far, (top + away * 170, 101)]])
    canvas.shade(face, dark, side=0.75, strength=0.8, reach=1.1, grit=0.45)


def _caravan(canvas: Canvas, x: float, y: float, colour: Colour) -> None:
    rng = canvas.rng
    for i in range(rng.randint(3, 6)):
        a = x + i * 5.5 + rng.uniform(-1, 1)
        tall = rng.uniform(4.6, 5.6)
        canvas.lay(standing(rng, a, y + 1, tall, stride=0.8), colour)
        shadow = [(a, y + 1), (a + 0.6, y + 1), (a + 9, y + 4), (a + 8, y + 4)]
        canvas.lay([shadow], colour, opacity=0.35, blur=0.15)
