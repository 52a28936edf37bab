"""The city from outside: skyline, parliament, bank."""

from __future__ import annotations

from newsroom.demo.pictures import buildings, lamps, nature, paths
from newsroom.demo.pictures.light import Light, choose, ink
from newsroom.demo.pictures.paint import Canvas
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.squares import STONE, forecourt, people
from newsroom.demo.pictures.surface import water
from newsroom.demo.pictures.vessels import LAMP


def skyline(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "dusk", "blue", "night", "dawn", "golden", "morning")
    shore = rng.uniform(64, 72)
    sun = sky(canvas, light, shore)
    middle = rng.uniform(50, 105)
    for layer in range(4):
        near = 0.12 + 0.2 * layer
        x = -3.0
        while x < 152:
            width = rng.uniform(4, 8) + layer * 0.8
            centre = max(0.0, 1 - abs(x - middle) / 62)
            tall = (9 + 36 * centre**1.4) * rng.uniform(0.45, 1.15) * (1 - layer * 0.15)
            buildings.tower(canvas, light, x, shore, width, tall, near, sun)
            x += width * rng.uniform(0.85, 1.5)
        canvas.haze(light.horizon, shore - 22, shore, 0.4 - layer * 0.08)
    canvas.lay([paths.rect(-1, shore - 1, 152, 2)], light.depth(0.9))
    water(canvas, light, shore + 0.8, sun=sun, calm=0.62)
    if rng.random() < 0.6:
        _bridge(canvas, light, shore)


def _bridge(canvas: Canvas, light: Light, shore: float) -> None:
    """Swing a suspension bridge across the front."""
    rng = canvas.rng
    deck, tone = shore + rng.uniform(2, 6), light.depth(0.97)
    pylons = (rng.uniform(22, 42), rng.uniform(105, 128))
    top = deck - 26
    parts = [paths.line([(-3, deck + 2), (75, deck), (153, deck + 2)], 1.3)]
    for x in pylons:
        parts += [paths.line([(x + side, 101), (x + side * 0.7, top)], 1.1) for side in (-2.2, 2.2)]
        parts += [paths.rect(x - 2.4, top + b, 4.8, 0.9) for b in (0, 9, 18)]
    spans = [(pylons[0] - 60, pylons[0]), pylons, (pylons[1], pylons[1] + 60)]
    for left, right in spans:
        cable = [(left + (right - left) * i / 24, top + 24 * (1 - (2 * i / 24 - 1) ** 2)) for i in range(25)]
        parts.append(paths.line(cable, 0.55))
        parts += [paths.line([(x, y), (x, deck)], 0.14) for x, y in cable]
    canvas.lay(parts, tone)
    if light.lamps:
        for x in range(4, 150, 9):
            canvas.glow(x, deck - 0.6, 2.2, LAMP, 0.9)


def parliament(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "golden", "blue", "morning", "dusk", "overcast", "noon")
    ground = rng.uniform(68, 74)
    sky(canvas, light, ground)
    nature.ranges(canvas, light, ground - 9, ground - 4, count=2, height=5, first=0.12, last=0.25)
    wall = light.on(ink(rng.choice(STONE)), 0.92)
    middle = rng.uniform(66, 84)
    buildings.wing(canvas, light, (middle - 58, ground, 116, 21), wall)
    if rng.random() < 0.55:
        green = light.on(ink(rng.choice(("6fa08c", "8a9fa6", "b08a5a"))), 0.92)
        buildings.dome(canvas, light, middle, ground - 27, rng.uniform(11, 14), green)
    else:
        buildings.clock_tower(canvas, light, middle + rng.choice((-50, 42)), ground, 9, 44, wall)
    buildings.wing(canvas, light, (middle - 23, ground, 46, 26), wall)
    buildings.portico(canvas, light, (middle - 17, ground + 3, 34, 33), wall, columns=6)
    for side in (-58, 48):
        buildings.wing(canvas, light, (middle + side, ground, 11, 24), wall)
    forecourt(canvas, light, ground + 3, ink("b9ad9a"))
    if light.name in ("blue", "dusk") or rng.random() < 0.3:
        water(canvas, light, ground + 10, sun=middle, calm=0.93)
        people(canvas, light, 86, 4)
    else:
        people(canvas, light, ground + 6, rng.randint(9, 18))
    for x in (12, 138):
        lamps.lamp_post(canvas, light, x, ground + 15, 28)


def bank(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "morning", "golden", "overcast", "blue", "storm")
    ground = 78.0
    sun = sky(canvas, light, ground)
    for layer in range(2):
        for _ in range(13):
            width = rng.uniform(8, 14)
            buildings.tower(
                canvas,
                light,
                rng.uniform(-8, 150),
                ground,
                width,
                rng.uniform(35, 66),
                0.16 + 0.2 * layer,
                sun,
            )
        canvas.haze(light.horizon, ground - 50, ground, 0.4)
    wall = light.on(ink(rng.choice(STONE)), 0.95)
    x = rng.uniform(22, 34)
    buildings.wing(canvas, light, (x - 14, ground, 112, 30), wall, arched=rng.random() < 0.5)
    buildings.portico(canvas, light, (x + 12, ground + 5, 60, 46), wall, columns=rng.choice((6, 8)))
    forecourt(canvas, light, ground + 4.6, ink("8f8a84"))
    people(canvas, light, ground + 7, rng.randint(8, 14))
    for a in (8, 142):
        lamps.lamp_post(canvas, light, a, 94, 36)
