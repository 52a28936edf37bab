"""Things that grow and rise: ridges in haze, trees, grass, rocks, birds, smoke."""

from __future__ import annotations

from math import sin
from random import Random

from newsroom.demo.pictures import paths, texture
from newsroom.demo.pictures.light import Colour, Light, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.paths import Path


def ranges(
    canvas: Canvas,
    light: Light,
    top: float,
    bottom: float,
    *,
    count: int = 4,
    height: float = 12,
    rough: float = 0.55,
    colour: Colour | None = None,
    first: float = 0.1,
    last: float = 0.85,
) -> list[Path]:
    """Lay ridges from far to near with mist at each foot; gives the crests back."""
    made = []
    for i in range(count):
        way = i / max(1, count - 1)
        near = first + (last - first) * way
        y = top + (bottom - top) * way
        path = paths.ridge(canvas.rng, y, height * (0.75 + 0.5 * way), rough=rough)
        tone = light.on(colour, near) if colour else light.depth(near)
        foot = mix(tone, light.horizon, 0.55 * (1 - way * 0.7))
        stencil = canvas.lay([path], Fade.of(tone, mix(tone, foot, 0.5), foot, foot))
        canvas.shade(stencil, light.glow, side=0.75, strength=0.16 * (1 - way), reach=0.45)
        canvas.haze(light.horizon, y - height * 0.2, y + height, 0.34 * (1 - way * 0.8))
        made.append(path)
    return made


def conifer(rng: Random, x: float, y: float, height: float) -> Path:
    """Draw one spruce, ragged and pointed, standing on y."""
    width = height * rng.uniform(0.17, 0.24)
    tiers = 9
    left: Path = []
    right: Path = []
    for i in range(tiers):
        way = (i + 1) / tiers
        reach = width * way * rng.uniform(0.8, 1.15)
        level = y - height + height * 0.93 * way
        left += [(x - reach, level + rng.uniform(0, 0.04) * height), (x - reach * 0.5, level)]
        right += [(x + reach, level + rng.uniform(0, 0.04) * height), (x + reach * 0.5, level)]
    trunk = [(x + width * 0.1, y), (x - width * 0.1, y)]
    return [(x, y - height), *right, *trunk, *left[::-1]]


def broadleaf(rng: Random, x: float, y: float, height: float) -> list[Path]:
    """Draw one round tree: a trunk and a heap of leaves."""
    crown = [paths.oval(x, y - height * 0.62, height * 0.26, height * 0.3)]
    for _ in range(22):
        a, b = rng.gauss(0, 0.17), rng.gauss(0, 0.15)
        radius = height * rng.uniform(0.06, 0.15)
        crown.append(paths.oval(x + a * height, y - height * (0.62 + b), radius * 1.1, radius))
    trunk = paths.line([(x, y), (x + height * 0.01, y - height * 0.5)], height * 0.055)
    return [trunk, *crown]


def bare(rng: Random, x: float, y: float, height: float, lean: float = 0.0) -> list[Path]:
    """Draw one leafless tree by forking."""
    twigs: list[Path] = []

    def fork(x: float, y: float, length: float, tilt: float, thick: float) -> None:
        end = (x + length * sin(tilt), y - length * (1 - tilt * tilt / 2.4))
        twigs.append(paths.line([(x, y), end], lambda way: thick * (1 - way * 0.35)))
        if length > height * 0.07:
            for turn in (-0.42, 0.38):
                spread = turn * rng.uniform(0.5, 1.35)
                fork(*end, length * rng.uniform(0.66, 0.82), tilt + spread, thick * 0.62)

    fork(x, y, height * 0.32, lean, height * 0.05)
    return twigs


def poplar(rng: Random, x: float, y: float, height: float) -> Path:
    width = height * 0.11
    knots = [(x, y), (x - width, y - height * 0.35), (x - width * 0.7, y - height * 0.75)]
    knots += [(x, y - height), (x + width * 0.7, y - height * 0.72), (x + width, y - height * 0.3)]
    return paths.smooth([(a + rng.uniform(-0.1, 0.1) * width, b) for a, b in knots])


def grass(rng: Random, y: float, count: int, height: float) -> list[Path]:
    """Draw blades along the bottom of the picture."""
    blades = []
    for _ in range(count):
        x, tall = rng.uniform(-2, 152), height * rng.uniform(0.4, 1.2)
        lean = rng.uniform(-0.35, 0.35) * tall
        blades.append([(x - 0.2, y), (x + lean * 0.4, y - tall * 0.6), (x + lean, y - tall), (x + 0.3, y)])
    return blades


def birds(canvas: Canvas, colour: Colour, x: float, y: float, count: int) -> None:
    rng = canvas.rng
    flock = []
    for _ in range(count):
        a, b = x + rng.gauss(0, 11), y + rng.gauss(0, 4)
        size, tilt = rng.uniform(0.6, 1.3), rng.uniform(-0.3, 0.3)
        wing = [(-1, -0.35 + tilt), (-0.5, -0.5), (0, 0), (0.5, -0.55), (1, -0.3 - tilt)]
        points = paths.smooth([(a + p * size, b + q * size) for p, q in wing], closed=False)
        flock.append(paths.line(points, lambda way: 0.05 + 0.22 * (0.5 - abs(way - 0.5))))
    canvas.lay(flock, colour, opacity=0.8)


def plume(canvas: Canvas, x: float, y: float, colours: tuple[Colour, Colour], *, size: float, drift: float) -> None:
    """Let smoke or steam rise from a point: first colour is its shadow, second its lit side."""
    rng = canvas.rng
    dark, lit = colours
    for colour, shift, opacity in ((dark, 0.0, 0.6), (lit, -0.22, 0.42)):
        puffs = []
        for i in range(34):
            way = i / 34
            radius = size * (0.05 + 0.19 * way) * rng.uniform(0.7, 1.2)
            a = x + drift * way**1.5 + rng.gauss(0, 0.05) * size * way
            b = y - size * 1.5 * way**0.85 + shift * radius * 2
            puffs.append(paths.oval(a + shift * radius, b, radius * 1.15, radius))
        stencil = canvas.stencil(puffs, blur=size * 0.035)
        if stencil:
            canvas.fill(stencil, Fade.of(mix(colour, lit, 0.35), colour), opacity=opacity)


def rain(canvas: Canvas, colour: Colour, *, count: int = 500, slant: float = 2.0) -> None:
    rng = canvas.rng
    for opacity, length, thick in ((0.13, 4.5, 0.09), (0.22, 8.0, 0.13)):
        drops = []
        for _ in range(count // 2):
            x, y = rng.uniform(-5, 155), rng.uniform(-8, 100)
            drops.append(paths.line([(x, y), (x - slant * length / 8, y + length)], thick))
        canvas.lay(drops, colour, opacity=opacity)


def snowfall(canvas: Canvas, colour: Colour, *, count: int = 500) -> None:
    rng = canvas.rng
    for opacity, size, share in ((0.5, 0.16, 0.6), (0.75, 0.28, 0.3), (0.5, 0.7, 0.08)):
        flakes = [
            paths.oval(rng.uniform(0, 150), rng.uniform(0, 100), size, size * 1.1) for _ in range(round(count * share))
        ]
        canvas.lay(flakes, colour, opacity=opacity, blur=size * 0.25)


def mist(canvas: Canvas, colour: Colour, top: float, bottom: float, strength: float) -> None:
    """Hang uneven fog in a band of the field."""
    size = (300, max(4, round((bottom - top) * 2)))
    lumps = texture.contrast(texture.fractal(canvas.rng, size, coarse=(3, 3), octaves=4), 40, 230)
    height = size[1]
    edge = [255 * min(1.0, 3.2 * (0.5 - abs(row / (height - 1) - 0.5))) for row in range(height)]
    band = texture.faded(lumps, edge)
    canvas.cloud(band, colour, opacity=strength, top=top)
