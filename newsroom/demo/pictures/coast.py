"""A storm over the coast, with a lighthouse standing in it."""

from __future__ import annotations

from newsroom.demo.pictures import nature, paths
from newsroom.demo.pictures.light import Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.surface import water


def storm(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "storm", "night", "storm", "blue")
    shore = rng.uniform(54, 62)
    sun = sky(canvas, light, shore, clouds="heavy")
    nature.mist(canvas, mix(light.shade, light.near, 0.3), -8, 30, 0.8)
    for _ in range(rng.randint(1, 3)):
        _bolt(canvas, rng.uniform(30, 120), shore)
    shafts = [[(x, 12), (x + 9, 12), (x - 6, shore), (x - 24, shore)] for x in (rng.uniform(10, 140) for _ in range(5))]
    canvas.lay(shafts, light.shade, opacity=0.3, blur=2.2)
    nature.ranges(canvas, light, shore - 3, shore + 1, count=2, height=5, first=0.25, last=0.4)
    water(canvas, light, shore, sun=sun, calm=0.1)
    _breakers(canvas, light, shore)
    side = rng.choice((True, False))
    _lighthouse(canvas, light, side)
    nature.rain(canvas, light.lit, count=620, slant=rng.uniform(2, 5))
    canvas.vignette(light.near, 0.5)


def _bolt(canvas: Canvas, x: float, ground: float) -> None:
    rng = canvas.rng
    points, y = [(x, 6.0)], 6.0
    while y < ground:
        y += rng.uniform(1.5, 5)
        points.append((points[-1][0] + rng.gauss(0, 2.4), min(y, ground)))
    canvas.glow(x, 24, 55, ink("cfd8ff"), 0.5)
    forks = [paths.line(points, lambda way: 0.75 - 0.5 * way)]
    for start in rng.sample(range(len(points)), 4):
        fork = [points[start]]
        for _ in range(rng.randint(3, 6)):
            fork.append((fork[-1][0] + rng.gauss(1.2, 1.8), fork[-1][1] + rng.uniform(1, 3.5)))
        forks.append(paths.line(fork, lambda way: 0.35 - 0.28 * way))
    canvas.lay(forks, ink("e4e9ff"), opacity=0.5, blur=0.7)
    canvas.lay(forks, ink("fffdf2"))


def _breakers(canvas: Canvas, light: Light, shore: float) -> None:
    rng = canvas.rng
    for i in range(5):
        y = shore + 7 + i * 8
        wave = paths.ridge(rng, y, 1.6 + 0.8 * i, rough=0.5, levels=6)
        tone = mix(light.depth(0.45 + 0.1 * i), ink("3d6668"), 0.3)
        body = canvas.lay(
            [wave],
            Fade.of(mix(tone, light.lit, 0.22), tone, mix(tone, light.near, 0.4)),
            opacity=0.75,
        )
        canvas.shade(body, light.lit, side=0.75, strength=0.35, reach=0.2, grit=1.0)
        foam = [
            paths.oval(
                x + rng.uniform(-2, 2),
                paths.crest_at(wave, x) + rng.uniform(0, 0.8),
                rng.uniform(0.5, 2.6 + i * 0.6),
                0.25 + 0.08 * i,
            )
            for x in range(0, 150, 4)
            if rng.random() < 0.55
        ]
        canvas.lay(foam, light.lit, opacity=0.75, blur=0.15)


def _lighthouse(canvas: Canvas, light: Light, left: bool) -> None:
    """Stand a lighthouse on a rock with the sea going up round it."""
    rng = canvas.rng
    x = rng.uniform(24, 38) if left else rng.uniform(112, 126)
    lantern = (x, 26.0)
    for away in (-1, 1):
        beam = [(x, 25.4), (x, 26.6), (x + away * 120, 34), (x + away * 120, 12)]
        canvas.lay([beam], ink("fff0bc"), opacity=0.2, blur=0.9)
    shaft = canvas.lay(
        [[(x - 4.6, 78), (x - 2.8, 30), (x + 2.8, 30), (x + 4.6, 78)]],
        light.on(ink("e9e0d0"), 0.98),
    )
    canvas.lay(
        [
            [
                (x - 4.0 + 0.36 * i, 64 - 12 * i),
                (x - 3.8 + 0.36 * i, 58 - 12 * i),
                (x + 3.8 - 0.36 * i, 58 - 12 * i),
                (x + 4.0 - 0.36 * i, 64 - 12 * i),
            ]
            for i in range(3)
        ],
        light.on(ink("c2473a"), 0.95),
    )
    canvas.shade(shaft, light.near, side=0.0, strength=0.75, reach=0.8)
    canvas.lay(
        [
            paths.rect(x - 4, 29, 8, 1.4),
            paths.arc(x, 23, 2.5, 2.8, 0.5, 1.0),
            paths.rect(x - 0.2, 18, 0.4, 3),
        ],
        light.near,
    )
    canvas.lay([paths.rect(x - 2, 23, 4, 6)], ink("fff1b8"))
    canvas.glow(*lantern, 26, ink("ffe9a8"), 0.9)
    _rock(canvas, light, x)


def _rock(canvas: Canvas, light: Light, x: float) -> None:
    rng = canvas.rng
    rock = [
        (x - 40, 101),
        (x - 26, 88),
        (x - 16, 85),
        (x - 9, 77),
        (x + 3, 76),
        (x + 10, 79),
        (x + 18, 86),
        (x + 25, 88),
        (x + 42, 101),
    ]
    stone = canvas.lay([[(a + rng.uniform(-1.4, 1.4), b + rng.uniform(-1, 1)) for a, b in rock]], light.near)
    canvas.shade(stone, light.lit, side=0.75, strength=0.3, reach=0.4, grit=1.0)
    spray = []
    for _ in range(70):
        a = x + rng.choice((-1, 1)) * abs(rng.gauss(20, 8))
        spray.append(paths.disc(a, 90 - abs(rng.gauss(0, 9)), rng.uniform(0.15, 1.1)))
    canvas.lay(spray, light.lit, opacity=0.6, blur=0.25)
