"""Buildings and street furniture for the city scenes, from towers to lamp-posts."""

from __future__ import annotations

from random import Random

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.light import Colour, Light, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.paths import Path
from newsroom.demo.pictures.vessels import LAMP


def tower(
    canvas: Canvas,
    light: Light,
    x: float,
    y: float,
    width: float,
    tall: float,
    near: float,
    sun: float,
) -> None:
    """Raise one block of a skyline with a crown, a lit flank and a few lit windows."""
    rng = canvas.rng
    tone = light.depth(near)
    shapes = [paths.rect(x, y - tall, width, tall + 2), *_crown(rng, x, y - tall, width)]
    body = canvas.lay(
        shapes,
        Fade.of(tone, mix(tone, light.horizon, 0.16), mix(tone, light.horizon, 0.42 * (1.1 - near))),
    )
    canvas.shade(
        body,
        mix(light.glow, light.sun, 0.3),
        side=0.0 if sun > x else 0.5,
        strength=0.42 * (0.5 if light.lamps else 1),
        reach=0.55,
    )
    if near < 0.25:
        return
    columns, rows = max(2, round(width / 1.3)), max(3, round(tall / 1.9))
    panes = paths.windows(
        (x + width * 0.08, y - tall + 1, width * 0.84, tall),
        columns,
        rows,
        fill=rng.uniform(0.42, 0.6),
    )
    if light.lamps:
        canvas.lay(panes, mix(tone, light.near, 0.4), opacity=0.7)
        canvas.lay(
            paths.some(rng, panes, rng.uniform(0.2, 0.5)),
            mix(LAMP, (255, 255, 255), rng.uniform(0, 0.4)),
            opacity=0.55 + 0.4 * near,
        )
    else:
        canvas.lay(panes, mix(light.near, light.sky[1], 0.35), opacity=0.4)
        canvas.lay(paths.some(rng, panes, 0.1), light.glow, opacity=0.6)


def _crown(rng: Random, x: float, y: float, width: float) -> list[Path]:
    kind = rng.randrange(6)
    if kind == 0:
        return [
            paths.rect(x + width * 0.2, y - width * 0.4, width * 0.6, width * 0.45),
            paths.rect(x + width * 0.48, y - width * 1.3, width * 0.05, width),
        ]
    if kind == 1:
        return [[(x, y + 0.1), (x + width, y + 0.1), (x + width, y - width * 0.7)]]
    if kind == 2:
        return [[(x, y + 0.1), (x + width * 0.5, y - width * 1.1), (x + width, y + 0.1)]]
    if kind == 3:
        return [
            paths.rect(x + width * 0.12, y - 1.2, width * 0.3, 1.3),
            paths.rect(x + width * 0.6, y - 2, width * 0.2, 2.1),
        ]
    if kind == 4:
        return [paths.arch(x + width * 0.1, y + 0.1, width * 0.8, width * 0.6)]
    return []


def portico(
    canvas: Canvas,
    light: Light,
    box: tuple[float, float, float, float],
    wall: Colour,
    *,
    columns: int = 6,
) -> None:
    """Set steps, columns and a pediment; box is x, y of the ground, width, height."""
    x, y, width, tall = box
    shaft_top, base = y - tall * 0.68, y - tall * 0.1
    canvas.lay([paths.rect(x, shaft_top, width, base - shaft_top)], mix(wall, light.near, 0.62))
    if light.lamps or light.name == "dusk":
        canvas.glow(x + width / 2, base - tall * 0.2, width * 0.5, LAMP, 0.6)
    _columns(canvas, light, box, wall, columns)
    canvas.lay([paths.rect(x - 1, shaft_top - tall * 0.09, width + 2, tall * 0.1)], wall)
    gable = [
        (x - 1.6, shaft_top - tall * 0.08),
        (x + width / 2, y - tall),
        (x + width + 1.6, shaft_top - tall * 0.08),
    ]
    inner = [
        (x + width * 0.1, shaft_top - tall * 0.1),
        (x + width / 2, y - tall * 0.95),
        (x + width * 0.9, shaft_top - tall * 0.1),
    ]
    pediment = canvas.lay([gable], mix(wall, light.lit, 0.3))
    canvas.lay([inner], mix(wall, light.near, 0.25))
    canvas.shade(pediment, light.near, side=0.0, strength=0.3)
    for i in range(4):
        out, level = 1.2 * (i + 1), base + tall * 0.025 * i
        tread = paths.rect(x - out, level, width + 2 * out, tall * 0.026)
        step = canvas.lay([tread], mix(wall, light.lit, 0.4 - i * 0.08))
        canvas.shade(step, light.near, side=0.25, strength=0.35)


def _columns(
    canvas: Canvas,
    light: Light,
    box: tuple[float, float, float, float],
    wall: Colour,
    columns: int,
) -> None:
    x, y, width, tall = box
    shaft_top, base = y - tall * 0.68, y - tall * 0.1
    pitch = width / columns
    for i in range(columns):
        a = x + pitch * (i + 0.28)
        shaft = canvas.lay([paths.rect(a, shaft_top, pitch * 0.44, base - shaft_top)], mix(wall, light.lit, 0.25))
        canvas.shade(shaft, light.near, side=0.0, strength=0.6, reach=0.8)
        canvas.lay(
            [
                paths.rect(a - pitch * 0.07, shaft_top, pitch * 0.58, tall * 0.03),
                paths.rect(a - pitch * 0.07, base - tall * 0.025, pitch * 0.58, tall * 0.03),
            ],
            mix(wall, light.lit, 0.35),
        )


def wing(
    canvas: Canvas,
    light: Light,
    box: tuple[float, float, float, float],
    wall: Colour,
    *,
    floors: int = 3,
    arched: bool = True,
) -> None:
    """Add a plain range of windows; box is x, y of the ground, width, height."""
    rng = canvas.rng
    x, y, width, tall = box
    body = canvas.lay([paths.rect(x, y - tall, width, tall)], Fade.of(mix(wall, light.lit, 0.2), wall))
    canvas.shade(body, light.near, side=rng.choice((0.04, 0.46)), strength=0.3, reach=0.8)
    canvas.lay([paths.rect(x - 0.6, y - tall - 1, width + 1.2, 1.3)], mix(wall, light.lit, 0.45))
    canvas.lay([paths.rect(x, y - tall + 0.3, width, 0.7)], light.near, opacity=0.3)
    bays, storey = max(2, round(width / 5.2)), tall / floors
    panes = []
    for floor in range(floors):
        for bay in range(bays):
            a = x + width * (bay + 0.3) / bays
            b = y - storey * floor - storey * 0.16
            high = storey * (0.66 if floor else 0.6)
            panes.append(
                paths.arch(a, b, width / bays * 0.4, high)
                if arched and floor < floors - 1
                else paths.rect(a, b - high, width / bays * 0.4, high)
            )
    canvas.lay(paths.moved(panes, 0.25, 0.25), mix(wall, light.lit, 0.5))
    canvas.lay(panes, mix(light.near, light.sky[1], 0.22))
    if light.lamps or light.name in ("dusk", "storm"):
        canvas.lay(paths.some(rng, panes, 0.55), LAMP)


def clock_tower(canvas: Canvas, light: Light, x: float, y: float, width: float, tall: float, wall: Colour) -> None:
    roof = mix(light.near, (60, 100, 95), 0.35)
    body = canvas.lay([paths.rect(x, y - tall, width, tall)], Fade.of(mix(wall, light.lit, 0.3), wall))
    canvas.lay(
        [paths.rect(x - 0.5, y - tall * b, width + 1, 0.8) for b in (1.0, 0.78, 0.5)],
        mix(wall, light.lit, 0.45),
    )
    slits = [paths.arch(x + width * a, y - tall * 0.54, width * 0.16, tall * 0.18) for a in (0.2, 0.64)]
    canvas.lay(slits, light.near, opacity=0.75)
    canvas.shade(body, light.near, side=0.02, strength=0.5, reach=0.7)
    spire = [
        (x - 0.8, y - tall),
        (x + width * 0.2, y - tall - width * 0.8),
        (x + width * 0.5, y - tall - width * 2.6),
        (x + width * 0.8, y - tall - width * 0.8),
        (x + width + 0.8, y - tall),
    ]
    top = canvas.lay(
        [spire, paths.rect(x + width * 0.47, y - tall - width * 3.1, width * 0.06, width * 0.6)],
        roof,
    )
    canvas.shade(top, light.glow, side=0.5, strength=0.3, reach=0.5)
    cx, cy, radius = x + width / 2, y - tall * 0.885, width * 0.34
    canvas.lay([paths.disc(cx, cy, radius * 1.14)], light.near)
    canvas.lay([paths.disc(cx, cy, radius)], LAMP if light.lamps else mix(light.lit, (255, 250, 235), 0.5))
    hands = [
        [(cx, cy), (cx + radius * 0.1, cy - radius * 0.8)],
        [(cx, cy), (cx - radius * 0.55, cy + radius * 0.1)],
    ]
    canvas.lay([paths.line(hand, radius * 0.14) for hand in hands], light.near)
    if light.lamps:
        canvas.glow(cx, cy, radius * 5, LAMP, 0.5)


def dome(canvas: Canvas, light: Light, x: float, y: float, radius: float, colour: Colour) -> None:
    """Set a dome with drum, ribs, lantern and flag on the roof line y."""
    drum_top = y - radius * 0.5
    drum = canvas.lay(
        [paths.rect(x - radius * 0.9, drum_top, radius * 1.8, radius * 0.55)],
        mix(colour, light.lit, 0.4),
    )
    canvas.shade(drum, light.near, side=0.0, strength=0.6, reach=0.8)
    canvas.lay(
        [
            paths.arch(
                x - radius * 0.8 + i * radius * 0.29,
                y - radius * 0.06,
                radius * 0.13,
                radius * 0.36,
            )
            for i in range(6)
        ],
        light.near,
        opacity=0.7,
    )
    shell = canvas.lay([paths.arc(x, drum_top, radius, radius * 1.12, 0.5, 1.0)], mix(colour, light.shade, 0.1))
    ribs = [
        paths.line(paths.arc(x, drum_top, radius * a, radius * 1.12, 0.5, 0.75)[4:], 0.2)
        for a in (-0.75, -0.4, 0, 0.4, 0.75)
    ]
    canvas.lay(ribs, light.near, opacity=0.25)
    canvas.shade(shell, light.lit, side=0.6, strength=0.65, reach=0.55)
    canvas.shade(shell, light.near, side=0.05, strength=0.6, reach=0.6)
    top = drum_top - radius * 1.08
    canvas.lay(
        [
            paths.rect(x - radius * 0.16, top - radius * 0.3, radius * 0.32, radius * 0.36),
            paths.arc(x, top - radius * 0.28, radius * 0.2, radius * 0.26, 0.5, 1.0),
        ],
        colour,
    )
    flag(canvas, light, x, top - radius * 0.5, radius * 0.9)


def flag(canvas: Canvas, light: Light, x: float, y: float, size: float) -> None:
    canvas.lay([paths.rect(x - 0.14, y - size, 0.28, size)], light.near)
    cloth = [
        (x, y - size),
        (x + size * 0.3, y - size * 1.06),
        (x + size * 0.75, y - size * 0.95),
        (x + size * 0.72, y - size * 0.55),
        (x + size * 0.3, y - size * 0.65),
        (x, y - size * 0.58),
    ]
    canvas.lay([cloth], light.on((178, 58, 46), 0.95))
