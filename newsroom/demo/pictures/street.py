"""A wet street at night, in one-point perspective."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.demo.pictures import lamps, nature, paths
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.light import BLACK, Colour, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.surface import water
from newsroom.demo.pictures.vessels import LAMP, PLASTER

SODIUM = ink("ffb066")
SIGNS = ("ff5f6e", "5fd0c8", "ffd05f", "8f8fff", "ff8f4f")


@dataclass(frozen=True)
class Street:
    """Where the street's lines meet, and how to place a point along it."""

    vanish: float
    eye: float

    def spot(self, side: float, depth: float, level: float) -> paths.Point:
        """Place a point: side -1 or 1 is a house front, depth from 1 (near), level above ground."""
        return self.vanish + side * 62 / depth, self.eye + (17 - level) / depth * 2.1


def street_night(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "night", "blue", "night")
    street = Street(rng.uniform(62, 88), rng.uniform(56, 60))
    sky(canvas, light, street.eye, clouds=rng.choice(("streaks", "clear", "heavy")))
    canvas.glow(street.vanish, street.eye - 3, 52, SODIUM, 0.7)
    road = light.depth(0.92)
    canvas.wash([mix(road, SODIUM, 0.45), road, road], street.eye, 101)
    for side in (-1, 1):
        _houses(canvas, light, street, side)
    canvas.haze(mix(light.horizon, SODIUM, 0.5), street.eye - 24, street.eye + 2, 0.4)
    _lamps(canvas, light, street)
    _walkers(canvas, light, street)
    water(canvas, light, 80, sun=street.vanish, calm=0.82, tint=light.near)
    _tram_lines(canvas, street)
    x = rng.choice((rng.uniform(18, 45), rng.uniform(105, 132)))
    umbrella(canvas, x, 97, 40, mix(light.near, BLACK, 0.3), ink(rng.choice(SIGNS)))
    if rng.random() < 0.6:
        nature.rain(canvas, light.lit, count=300)
    canvas.vignette(light.near, 0.4)


def _houses(canvas: Canvas, light: Light, street: Street, side: int) -> None:
    """Run a terrace from the far end to the lens, each front with its own height and colour."""
    rng = canvas.rng
    edges = [0.6]
    while edges[-1] < 9:
        edges.append(edges[-1] * rng.uniform(1.2, 1.45))
    for near, far in reversed(list(zip(edges, edges[1:], strict=False))):
        tall = rng.uniform(46, 66)
        wall = mix(light.on(ink(rng.choice(PLASTER)), 0.85), SODIUM, min(0.35, 0.05 * far))
        quad = [street.spot(side, depth, level) for depth, level in ((near, 0), (near, tall), (far, tall), (far, 0))]
        front = canvas.lay(
            [quad],
            Fade.of(mix(wall, light.near, 0.55), mix(wall, light.near, 0.35), mix(wall, SODIUM, 0.25)),
        )
        canvas.shade(front, light.near, side=0.5 if side < 0 else 0.0, strength=0.4, reach=0.9)
        eaves = [
            street.spot(side * s, depth, tall + b)
            for s, depth, b in ((1, near, 0), (0.96, near, 2), (0.96, far, 2), (1, far, 0))
        ]
        canvas.lay([eaves], mix(wall, light.near, 0.7))
        _panes(canvas, light, street, side, (near, far, tall))


def _panes(canvas: Canvas, light: Light, street: Street, side: int, span: tuple[float, float, float]) -> None:
    """Cut windows and a shop into one front; span is near depth, far depth, height."""
    rng = canvas.rng
    near, far, tall = span
    dark: list[paths.Path] = []
    lit: list[paths.Path] = []
    floors, bays = round(tall / 11) - 1, 4
    for bay in range(bays):
        start, end = (1 / (1 / near + (1 / far - 1 / near) * (bay + t) / bays) for t in (0.28, 0.72))
        for floor in range(1, floors + 1):
            low = floor * 11 + 2
            pane = [
                street.spot(side, d, level)
                for d, level in ((start, low), (start, low + 6.4), (end, low + 6.4), (end, low))
            ]
            (lit if rng.random() < 0.4 else dark).append(pane)
    canvas.lay(dark, mix(light.near, light.sky[1], 0.3))
    canvas.lay(lit, mix(LAMP, SODIUM, rng.random() * 0.5))
    shop = [
        street.spot(side, d, level)
        for d, level in ((near * 1.04, 0.5), (near * 1.04, 8), (far * 0.97, 8), (far * 0.97, 0.5))
    ]
    sign = [
        street.spot(side, d, level)
        for d, level in ((near * 1.02, 8.6), (near * 1.02, 11), (far * 0.98, 11), (far * 0.98, 8.6))
    ]
    hue = ink(rng.choice(SIGNS))
    if rng.random() < 0.75:
        canvas.lay([shop], mix(LAMP, hue, 0.2), opacity=0.95)
        canvas.lay([sign], hue)
        x, y = street.spot(side, (near * far) ** 0.5, 7)
        canvas.glow(x, y, 34 / near, hue, 0.4)
        canvas.glow(x, y + 3 / near, 30 / near, LAMP, 0.4)


def _lamps(canvas: Canvas, light: Light, street: Street) -> None:
    for depth in (6.5, 4.2, 2.8, 1.9):
        for side in (-0.62, 0.62):
            x, y = street.spot(side, depth, 0)
            lamps.lamp_post(canvas, light, x, y, 62 / depth)


def _walkers(canvas: Canvas, light: Light, street: Street) -> None:
    rng = canvas.rng
    for depth in sorted((rng.uniform(1.9, 5) for _ in range(9)), reverse=True):
        x, y = street.spot(rng.uniform(-0.75, 0.75), depth, 0)
        body = canvas.lay(
            standing(rng, x, y, 27 / depth, stride=rng.choice((0.0, 0.7, 1.0))),
            mix(light.near, SODIUM, 0.06 * depth),
        )
        canvas.shade(body, SODIUM, side=0.0 if x < street.vanish else 0.5, strength=0.5, reach=0.4)


def _tram_lines(canvas: Canvas, street: Street) -> None:
    rails = []
    for side in (-0.36, -0.2, 0.2, 0.36):
        far, near = street.spot(side, 9, 0), street.spot(side, 0.75, 0)
        rails.append([far, (near[0] + 0.5, near[1]), (near[0] - 0.5, near[1])])
    canvas.lay(rails, SODIUM, opacity=0.4)


def umbrella(canvas: Canvas, x: float, y: float, tall: float, tone: Colour, hue: Colour) -> None:
    """Walk someone past the lens under an umbrella that catches the light."""
    body = canvas.lay(standing(canvas.rng, x, y, tall, stride=0.8), tone)
    canvas.shade(body, SODIUM, side=0.0 if x < 75 else 0.5, strength=0.6, reach=0.35)
    top = y - tall * 1.28
    scallops = [
        point
        for i in range(4)
        for point in paths.arc(x + tall * (0.285 - 0.19 * i), y - tall * 0.98, tall * 0.095, tall * 0.035, 1.0, 0.5)
    ]
    cover = canvas.lay(
        [[*paths.arc(x, y - tall * 0.98, tall * 0.38, tall * 0.3, 0.5, 1.0), *scallops]],
        mix(hue, BLACK, 0.3),
    )
    canvas.shade(cover, BLACK, side=0.5 if x < 75 else 0.0, strength=0.6, reach=0.9)
    canvas.shade(cover, mix(hue, LAMP, 0.5), side=0.9 if x < 75 else 0.6, strength=0.7, reach=0.4)
    canvas.lay([paths.rect(x - 0.2, top, 0.4, tall * 0.72)], tone)
