"""What lies before public buildings: paving, people with long shadows, trees."""

from __future__ import annotations

from newsroom.demo.pictures import nature, paths
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.light import Colour, Light, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.surface import dash


def forecourt(canvas: Canvas, light: Light, y: float, colour: Colour) -> None:
    """Pave everything below y, wet enough to shine, with joints that run to a vanishing point."""
    rng = canvas.rng
    stone = light.on(colour, 0.9)
    canvas.lay(
        [paths.rect(-1, y, 152, 101 - y)],
        Fade.of(mix(stone, light.horizon, 0.45), stone, mix(stone, light.near, 0.4)),
    )
    joints = [
        paths.line([(75 + (x - 75) * 0.35, y), (75 + (x - 75) * 2.2, 101)], lambda way: 0.05 + 0.3 * way)
        for x in range(-60, 215, 13)
    ]
    level, gap = y + 0.8, 0.9
    while level < 100:
        joints.append(paths.rect(-1, level, 152, 0.05 + (level - y) * 0.006))
        level, gap = level + gap, gap * 1.3
    canvas.lay(joints, light.near, opacity=0.2)
    puddles = [
        dash(rng.uniform(0, 150), rng.uniform(y + 4, 98), rng.uniform(10, 40), rng.uniform(0.3, 0.9)) for _ in range(8)
    ]
    canvas.lay(puddles, light.horizon, opacity=0.35, blur=0.3)


def people(canvas: Canvas, light: Light, top: float, count: int) -> None:
    """Scatter walkers over a square, each with a long shadow, smaller the further off."""
    rng = canvas.rng
    slant = rng.choice((-1, 1)) * rng.uniform(0.3, 0.9)
    for y in sorted(top + (97 - top) * rng.random() ** 1.6 for _ in range(count)):
        tall = 5 + (y - top) * 0.38
        x = rng.uniform(3, 147)
        near = 0.6 + 0.4 * (y - top) / (100 - top)
        shadow = [
            (x - tall * 0.08, y),
            (x + tall * 0.08, y),
            (x + tall * (slant + 0.12), y + tall * 0.3),
            (x + tall * (slant - 0.1), y + tall * 0.3),
        ]
        canvas.lay([shadow], light.near, opacity=0.28, blur=0.25)
        coat = light.on(ink(rng.choice(("2b3040", "4a3038", "33424a", "8a3b32", "54483c", "c8a05a"))), near)
        body = canvas.lay(
            standing(rng, x, y, tall, stride=rng.choice((0.0, 0.7, 1.0))),
            mix(coat, light.near, 0.45),
        )
        canvas.shade(body, light.glow, side=0.5 if slant > 0 else 0.0, strength=0.35, reach=0.45)


def avenue(canvas: Canvas, light: Light, y: float) -> None:
    for x, tall in ((9, 34), (24, 27), (126, 27), (141, 34)):
        leaves = light.on(ink(canvas.rng.choice(("5b7a4a", "7d8a45", "9a7a3a"))), 0.75)
        tree = canvas.lay(
            nature.broadleaf(canvas.rng, x, y + tall * 0.12, tall),
            Fade.of(mix(leaves, light.lit, 0.12), leaves, light.depth(0.9)),
        )
        canvas.shade(tree, light.near, side=0.12, strength=0.6, reach=0.8)


STONE = ("d8c7a8", "cbb894", "c9bfb2", "dcae86", "bfb8a8", "c79f86")
