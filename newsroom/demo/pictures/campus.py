"""University and hospital, from the lawn and from the drive."""

from __future__ import annotations

from newsroom.demo.pictures import buildings, nature, paths
from newsroom.demo.pictures.light import Colour, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.squares import avenue, forecourt, people
from newsroom.demo.pictures.surface import water
from newsroom.demo.pictures.vessels import LAMP


def university(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "golden", "morning", "noon", "dawn", "overcast", "dusk")
    ground = rng.uniform(66, 71)
    sky(canvas, light, ground)
    wall = light.on(ink(rng.choice(("b8674a", "c98a62", "a9584a", "d0b48c"))), 0.9)
    left = rng.random() < 0.5
    for x, width in ((-4, 60), (92, 64)):
        slate = light.on(ink("5a5f6c"), 0.85)
        canvas.lay(
            [
                [
                    (x, ground - 22),
                    (x + 5, ground - 31),
                    (x + width - 5, ground - 31),
                    (x + width, ground - 22),
                ]
            ],
            slate,
        )
        buildings.wing(canvas, light, (x, ground, width, 23), wall)
        for a in range(round(x) + 8, round(x + width) - 4, 13):
            canvas.lay(
                [[(a, ground - 22.5), (a + 4, ground - 30), (a + 8, ground - 22.5)]],
                mix(wall, light.lit, 0.2),
            )
    canvas.lay([[(52, ground - 26), (74, ground - 40), (96, ground - 26)]], mix(wall, light.near, 0.3))
    buildings.wing(canvas, light, (54, ground, 40, 27), wall)
    buildings.clock_tower(canvas, light, 59 if left else 79, ground, 11, 50, wall)
    canvas.lay([paths.arch(68, ground, 13, 18)], light.near, opacity=0.85)
    lawn = light.on(ink(rng.choice(("7f9a52", "8fa45e", "a0944e"))), 0.9)
    canvas.lay(
        [paths.rect(-1, ground, 152, 40)],
        Fade.of(mix(lawn, light.horizon, 0.35), lawn, mix(lawn, light.near, 0.5)),
    )
    walk = mix(light.on(ink("d8c6a4"), 0.95), light.lit, 0.2)
    canvas.lay(
        [[(70, ground), (79, ground), (118, 101), (36, 101)]],
        Fade.of(mix(walk, light.horizon, 0.4), walk),
    )
    avenue(canvas, light, ground + 8)
    people(canvas, light, ground + 3, rng.randint(9, 16))
    canvas.lay(nature.grass(rng, 101, 160, 4), mix(lawn, light.near, 0.7))


def hospital(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "blue", "dawn", "overcast", "morning", "dusk", "night")
    ground = 72.0
    sky(canvas, light, ground)
    nature.ranges(canvas, light, ground - 8, ground - 3, count=2, height=5, first=0.15, last=0.3)
    white = light.on(ink(rng.choice(("e9e6de", "dfe5e4", "e8dccb"))), 0.92)
    flip = rng.random() < 0.5
    for x, width, tall, floors in ((18, 52, 46, 9), (66, 66, 29, 5)):
        left = 150 - x - width if flip else x
        _ward(canvas, light, (left, ground, width, tall), white, floors)
    a = 108.0 if flip else 36.0
    canvas.lay(
        [paths.rect(a - 5.5, ground - 51, 0.5, 5), paths.rect(a + 5, ground - 51, 0.5, 5)],
        light.near,
    )
    canvas.lay([paths.rect(a - 7, ground - 61, 14, 12)], mix(white, light.lit, 0.6))
    canvas.lay(
        [paths.rect(a - 1.4, ground - 59.5, 2.8, 9), paths.rect(a - 4.5, ground - 56.4, 9, 2.8)],
        ink("d8483e"),
    )
    canvas.glow(a, ground - 55, 15, ink("ff6a55"), 0.55 if light.lamps else 0.12)
    canopy = 92.0 if not flip else 24.0
    canvas.lay(
        [paths.rect(canopy, ground - 9, 30, 9)],
        LAMP if light.lamps else mix(white, light.near, 0.55),
    )
    canvas.lay(
        [
            paths.rect(canopy - 3, ground - 11, 38, 2),
            paths.rect(canopy - 1, ground - 9, 0.8, 9),
            paths.rect(canopy + 32, ground - 9, 0.8, 9),
        ],
        light.depth(0.85),
    )
    canvas.glow(canopy + 15, ground - 3, 26, LAMP, 0.45 if light.lamps else 0.0)
    forecourt(canvas, light, ground, ink("7d8186"))
    if light.lamps:
        water(canvas, light, ground + 9, sun=canopy + 15, calm=0.95, tint=light.depth(0.8))
    _hedges(canvas, light, ground)
    _ambulance(canvas, light, rng.uniform(28, 52) if not flip else rng.uniform(72, 96), ground + 16)
    people(canvas, light, ground + 8, 4)


def _hedges(canvas: Canvas, light: Light, ground: float) -> None:
    """Plant young trees along the drive."""
    rng = canvas.rng
    for x in (4, 13, 137, 147):
        leaves = light.on(ink(rng.choice(("5b7a4a", "7d8a45", "4f7a62"))), 0.75)
        tree = canvas.lay(
            nature.broadleaf(rng, x + rng.uniform(-2, 2), ground + 3, rng.uniform(18, 26)),
            Fade.of(leaves, light.depth(0.9)),
        )
        canvas.shade(tree, light.near, side=0.1, strength=0.6, reach=0.8)


def _ward(canvas: Canvas, light: Light, box: tuple[float, float, float, float], white: Colour, floors: int) -> None:
    rng = canvas.rng
    x, y, width, tall = box
    block = canvas.lay(
        [
            paths.rect(x, y - tall, width, tall),
            paths.rect(x + width * 0.6, y - tall - 4, width * 0.2, 4.5),
        ],
        Fade.of(mix(white, light.lit, 0.3), white),
    )
    canvas.shade(block, light.near, side=0.03, strength=0.45, reach=0.75)
    panes = paths.windows((x + 1.5, y - tall + 1.5, width - 3, tall - 3), round(width / 3), floors, fill=0.62)
    canvas.lay(panes, mix(light.near, light.sky[1], 0.35))
    canvas.lay(paths.some(rng, panes, 0.55 if light.lamps else 0.1), mix(LAMP, (255, 255, 255), 0.25))
    canvas.lay(
        [paths.rect(x, y - tall + 1.3 + (tall - 3) * i / floors, width, 0.4) for i in range(floors + 1)],
        mix(white, light.lit, 0.5),
    )


def _ambulance(canvas: Canvas, light: Light, x: float, y: float) -> None:
    white, red = light.on(ink("f2efe8"), 0.98), light.on(ink("cf4436"), 0.98)
    van = [(0, -2), (0, -15), (25, -15), (30, -9), (35, -7.5), (35, -2)]
    canvas.lay([paths.oval(x + 17, y + 0.5, 20, 1.5)], light.near, opacity=0.5, blur=0.5)
    body = canvas.lay(paths.scaled([van], x, y, 1), white)
    canvas.lay(
        [
            paths.rect(x, y - 7.4, 34.5, 1.7),
            paths.rect(x + 9, y - 13.6, 1.6, 5),
            paths.rect(x + 7.3, y - 11.9, 5, 1.6),
        ],
        red,
    )
    canvas.shade(body, light.near, side=0.3, strength=0.45)
    canvas.lay(
        [[(x + 22, y - 13.4), (x + 24.6, y - 13.4), (x + 28.6, y - 8.8), (x + 22, y - 8.8)]],
        light.depth(0.92),
    )
    wheels = [paths.disc(x + a, y - 1.6, 2.9) for a in (7, 28)]
    canvas.lay(wheels, light.near)
    canvas.lay([paths.disc(x + a, y - 1.6, 1.2) for a in (7, 28)], mix(white, light.near, 0.4))
    canvas.lay([paths.rect(x + 19, y - 16.5, 4, 1.6)], ink("6fb2ff"))
    canvas.glow(x + 21, y - 16, 17, ink("4f8fff"), 0.75 if light.lamps else 0.35)
    canvas.glow(x + 36, y - 5, 9, ink("fff0c8"), 0.7 if light.lamps else 0.25)
