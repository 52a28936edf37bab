"""A dam across a gorge, with its gates open."""

from __future__ import annotations

from newsroom.demo.pictures import nature, paths
from newsroom.demo.pictures.light import WHITE, Colour, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky


def dam(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "morning", "golden", "dawn", "noon", "overcast", "dusk")
    level = rng.uniform(42, 48)
    sky(canvas, light, level, sun=rng.uniform(20, 130))
    nature.ranges(canvas, light, level - 4, level + 3, count=3, height=15, rough=0.6, first=0.1, last=0.4)
    wall = light.on(ink(rng.choice(("c9c2b4", "b9b4a8", "d1bfa4"))), 0.9)
    crown = paths.smooth(
        [(-5, level + 3), (35, level + 7), (75, level + 8.4), (115, level + 7), (155, level + 3)],
        closed=False,
    )
    foot = paths.smooth([(130, 96), (75, 93), (20, 96)], closed=False)
    face = canvas.lay([crown + foot], Fade.of(mix(wall, light.lit, 0.4), wall, mix(wall, light.shade, 0.7)))
    canvas.shade(face, light.near, side=rng.choice((0.05, 0.45)), strength=0.5, reach=0.8)
    ribs = [paths.line([(75 + (x - 75) * 1.05, level + 7), (75 + (x - 75) * 0.8, 96)], 0.35) for x in range(8, 146, 9)]
    canvas.lay(ribs, light.near, opacity=0.28)
    canvas.lay([paths.line(crown, 2.2)], mix(wall, light.lit, 0.5))
    canvas.lay([paths.line([(x, y + 1.6) for x, y in crown], 0.9)], light.near, opacity=0.55)
    _towers(canvas, light, level, wall)
    for x in rng.sample((45, 60, 75, 90, 105), rng.randint(2, 4)):
        _spill(canvas, x, level + 12, mix(light.lit, WHITE, 0.6))
    _gorge(canvas, light)
    nature.mist(canvas, mix(light.lit, WHITE, 0.3), 80, 104, 0.85)


def _towers(canvas: Canvas, light: Light, level: float, wall: Colour) -> None:
    for x in (48, 102):
        block = canvas.lay(
            [paths.rect(x - 3, level - 2, 6, 9.5), paths.rect(x - 3.7, level - 3, 7.4, 1.6)],
            mix(wall, light.shade, 0.25),
        )
        canvas.shade(block, light.near, side=0.0, strength=0.5, reach=0.7)
    canvas.lay(
        paths.windows((46, level, 4, 4), 2, 2) + paths.windows((100, level, 4, 4), 2, 2),
        light.depth(0.9),
    )


def _spill(canvas: Canvas, x: float, y: float, colour: Colour) -> None:
    """Let water out of a gate and down the face."""
    rng = canvas.rng
    lean = (75 - x) * 0.22
    for opacity, wide in ((0.35, 4.2), (0.5, 2.6), (0.6, 1.2)):
        jet = [(x, y), (x + lean * 0.25, y + 8), (x + lean + rng.uniform(-1, 1), 94)]
        canvas.lay(
            [paths.line(paths.smooth(jet, closed=False), paths.taper(wide * 0.55, wide * 1.65))],
            colour,
            opacity=opacity,
            blur=0.35,
        )
    for _ in range(12):
        canvas.lay(
            [paths.disc(x + lean + rng.gauss(0, 4), 93 + rng.gauss(0, 2), rng.uniform(1, 3.4))],
            colour,
            opacity=0.3,
            blur=0.7,
        )


def _gorge(canvas: Canvas, light: Light) -> None:
    """Close the valley with dark rock and spruce on both sides."""
    rng = canvas.rng
    tone = light.depth(0.92)
    for side in (0, 1):
        crag: paths.Path = [(-4, 40 + rng.uniform(-4, 10))]
        crag += [(x + rng.uniform(-2, 2), 44 + x * 1.75 + rng.uniform(-4, 3)) for x in range(3, 34, 4)]
        crag += [(38, 101), (-4, 101)]
        trees: list[paths.Path] = []
        for x, y in crag[1:-2]:
            trees += [nature.conifer(rng, x + rng.uniform(-2, 2), y + 2, rng.uniform(6, 12)) for _ in range(2)]
        shapes = [crag, *trees]
        if side:
            shapes = [[(150 - a, b) for a, b in path] for path in shapes]
        rock = canvas.lay(shapes, Fade.of(mix(tone, light.far, 0.2), tone))
        canvas.shade(rock, light.glow, side=0.75, strength=0.14, reach=0.5)
