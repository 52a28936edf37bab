"""A market square: stalls under striped awnings before tall houses."""

from __future__ import annotations

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.library import SPINES
from newsroom.demo.pictures.light import Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.vessels import LAMP, PLASTER, townhouse


def market(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "morning", "golden", "noon", "dawn", "blue", "overcast")
    ground = 62.0
    sun = sky(canvas, light, 44)
    x = -4.0
    while x < 152:
        width = rng.uniform(15, 23)
        townhouse(canvas, light, x, ground, width, rng.uniform(36, 50), 0.55)
        x += width
    canvas.haze(light.horizon, 14, ground, 0.45)
    cobbles = light.on(ink("b0a494"), 0.85)
    canvas.wash([mix(cobbles, light.horizon, 0.4), cobbles, mix(cobbles, light.near, 0.5)], ground, 101)
    for row, near in enumerate((0.62, 0.8, 0.97)):
        y, size = ground + 4 + row * 12, 19 + row * 9
        x = -14.0 + rng.uniform(0, 14)
        while x < 152:
            if rng.random() < (0.9, 0.75, 0.5)[row]:
                _stall(canvas, light, x, y, size, near)
            x += size * rng.uniform(1.25, 1.7)
        for _ in range(9 - row):
            a, tall = rng.uniform(0, 150), size * 0.62
            coat = mix(light.on(ink(rng.choice(SPINES)), near), light.near, 0.35)
            canvas.lay(
                [paths.oval(a, y + 4, tall * 0.25, tall * 0.04)],
                light.near,
                opacity=0.35,
                blur=0.25,
            )
            body = canvas.lay(
                standing(rng, a, y + 4, tall * rng.uniform(0.9, 1.05), stride=rng.choice((0, 0.6))),
                coat,
            )
            canvas.shade(body, light.glow, side=0.0 if sun > a else 0.5, strength=0.45, reach=0.45)
        canvas.haze(light.horizon, y - 16, y, 0.18 * (2 - row) / 2)
    canvas.glow(sun, 30, 70, light.glow, 0.25)


def _stall(canvas: Canvas, light: Light, x: float, y: float, size: float, near: float) -> None:
    """Pitch one stall: striped awning, a table heaped with fruit, crates in front."""
    rng = canvas.rng
    stripe = light.on(ink(rng.choice(("c8483a", "2f7a6a", "d89a3a", "35608f", "8a4a6a"))), near)
    white = light.on(ink("f2ead8"), near)
    top, low = y - size * 0.86, y - size * 0.6
    canvas.lay(
        [paths.rect(x + a * size, top, size * 0.025, size * 0.9) for a in (0.04, 0.94)],
        light.depth(near),
    )
    canvas.lay([paths.rect(x + size * 0.05, low, size * 0.9, size * 0.4)], light.near, opacity=0.5)
    if light.lamps:
        canvas.glow(x + size / 2, low + size * 0.1, size * 0.7, LAMP, 0.8)
    table = canvas.lay([paths.rect(x, y - size * 0.28, size, size * 0.3)], light.on(ink(rng.choice(PLASTER)), near))
    canvas.shade(table, light.near, side=0.25, strength=0.6)
    fruit = [light.on(ink(code), near) for code in ("d8562f", "e8b23c", "8aa83c", "a83246", "e07a3a")]
    for pile in range(5):
        tone, a = rng.choice(fruit), x + size * (0.1 + 0.2 * pile)
        heap = [
            paths.disc(
                a + rng.gauss(0, 0.045) * size,
                y - size * (0.29 + 0.09 * rng.random()),
                size * 0.034,
            )
            for _ in range(14)
        ]
        body = canvas.lay(heap, Fade.of(mix(tone, light.lit, 0.35), mix(tone, light.near, 0.25)))
        canvas.shade(body, light.near, side=0.2, strength=0.3)
    for i in range(8):
        left, right = x - size * 0.06 + size * 0.14 * i, x - size * 0.06 + size * 0.14 * (i + 1)
        inner = [x + size * 0.5 + (edge - x - size * 0.5) * 0.86 for edge in (left, right)]
        strip = [
            (inner[0], top),
            (inner[1], top),
            (right, low),
            *paths.arc((left + right) / 2, low, size * 0.07, size * 0.05, 0.0, 0.5),
            (left, low),
        ]
        canvas.lay(
            [strip],
            Fade.of(mix(stripe if i % 2 else white, light.lit, 0.2), stripe if i % 2 else white),
        )
    roof = canvas.stencil([[(x, top), (x + size, top), (x + size * 1.06, low), (x - size * 0.06, low)]])
    canvas.shade(roof, light.near, side=0.2, strength=0.35, reach=0.7)
