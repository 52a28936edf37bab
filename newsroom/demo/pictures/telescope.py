"""Observatories and radio dishes under the stars."""

from __future__ import annotations

from math import cos, sin

from newsroom.demo.pictures import nature, paths
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.light import WHITE, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas
from newsroom.demo.pictures.sky import stars
from newsroom.demo.pictures.vessels import LAMP


def telescope(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "night", "blue", "night", "dusk")
    ground = rng.uniform(72, 78)
    canvas.wash([*light.sky, light.horizon], 0, ground)
    canvas.wash([light.horizon] * 2, ground - 1, 100)
    _milky_way(canvas, light, ground)
    if rng.random() < 0.4:
        _star_trails(canvas, light)
    nature.ranges(canvas, light, ground - 6, ground + 3, count=4, height=9, first=0.2, last=0.8)
    radio = rng.random() < 0.45
    if radio:
        for x, size in (
            (rng.uniform(105, 130), 12),
            (rng.uniform(80, 100), 18),
            (rng.uniform(30, 50), 42),
        ):
            _dish(canvas, light, x, ground + size * 0.22, size)
    else:
        for x, size in ((rng.uniform(98, 126), 13), (rng.uniform(34, 66), 27)):
            _observatory(canvas, light, x, ground + 5 + size * 0.2, size)
    hill = paths.ridge(rng, 91, 3, rough=0.5)
    canvas.lay([hill], light.depth(1.0))
    x = rng.uniform(70, 92)
    canvas.lay(standing(rng, x, paths.crest_at(hill, x) + 0.6, 9), light.depth(1.0))
    canvas.glow(x + 1, paths.crest_at(hill, x) - 4, 5, ink("ff6a4a"), 0.5)


def _milky_way(canvas: Canvas, light: Light, ground: float) -> None:
    rng = canvas.rng
    lean = rng.uniform(-1, 1)
    for _ in range(24):
        way = rng.random()
        x, y = 75 + lean * 80 * (way - 0.5) * 2 + rng.gauss(0, 7), way * ground
        canvas.glow(x, y, rng.uniform(8, 22), ink(rng.choice(("8ea2e0", "c7a2d8", "e0b0a8"))), 0.13)
    dots = []
    for _ in range(500):
        way = rng.random()
        dots.append(paths.rect(75 + lean * 80 * (way - 0.5) * 2 + rng.gauss(0, 9), way * ground, 0.13, 0.13))
    canvas.lay(dots, WHITE, opacity=0.6)
    stars(canvas, ground, 420)
    for _ in range(7):
        canvas.glow(rng.uniform(0, 150), rng.uniform(0, ground * 0.7), 1.4, WHITE, 0.9)


def _star_trails(canvas: Canvas, light: Light) -> None:
    rng = canvas.rng
    x, y = rng.uniform(50, 100), rng.uniform(20, 36)
    trails = []
    for _ in range(130):
        start, radius = rng.random(), 3 + 90 * rng.random()
        trails.append(paths.line(paths.arc(x, y, radius, radius, start, start + 0.07), 0.13))
    canvas.lay(trails, mix(WHITE, light.glow, 0.3), opacity=0.55)


def _observatory(canvas: Canvas, light: Light, x: float, y: float, size: float) -> None:
    rng = canvas.rng
    white = mix(light.on(ink("e6e6ea"), 0.95), light.horizon, 0.15)
    drum = canvas.lay([paths.rect(x - size * 0.56, y - size * 0.6, size * 1.12, size * 0.7)], white)
    shell = canvas.lay(
        [paths.arc(x, y - size * 0.6, size * 0.62, size * 0.66, 0.5, 1.0)],
        mix(white, light.lit, 0.15),
    )
    flip = rng.choice((-1, 1))
    slit = [(x + flip * size * a, y - size * b) for a, b in ((0.1, 0.62), (0.08, 1.25), (0.28, 1.2), (0.34, 0.62))]
    canvas.lay([slit], mix(light.near, ink("ffb060"), 0.5))
    tube = [(x + flip * size * a, y - size * b) for a, b in ((0.14, 0.75), (0.22, 1.34), (0.33, 1.31), (0.27, 0.75))]
    canvas.lay([tube], light.near)
    canvas.glow(x + flip * size * 0.2, y - size * 0.9, size * 0.6, ink("ffae60"), 0.45)
    for part in (drum, shell):
        canvas.shade(part, light.near, side=0.0 if flip < 0 else 0.5, strength=0.75, reach=0.85)
    canvas.lay(
        [paths.rect(x - size * 0.62, y - size * 0.63, size * 1.24, size * 0.05)],
        light.near,
        opacity=0.6,
    )
    canvas.lay([paths.rect(x - size * 0.4, y - size * 0.24, size * 0.13, size * 0.3)], LAMP)
    if rng.random() < 0.6 and size > 20:
        beam = [
            (x + flip * size * 0.27, y - size * 1.3),
            (x + flip * size * 0.29, y - size * 1.3),
            (x + flip * (size * 0.29 + 14), -5),
            (x + flip * (size * 0.29 + 13), -5),
        ]
        canvas.lay([beam], ink("ffd27a"), opacity=0.5, blur=0.25)


def _dish(canvas: Canvas, light: Light, x: float, y: float, size: float) -> None:
    rng = canvas.rng
    tone = light.depth(0.95)
    legs = [paths.line([(x + a * size, y), (x, y - size * 0.55)], size * 0.04) for a in (-0.26, -0.09, 0.09, 0.26)]
    legs += [paths.rect(x - size * 0.2, y - size * 0.25, size * 0.4, size * 0.025)]
    canvas.lay(legs, tone)
    turn = rng.uniform(-0.75, -0.35) * rng.choice((1, 1, -1))
    cx, cy = x + sin(turn) * size * 0.12, y - size * 0.72
    bowl = canvas.lay(
        [paths.oval(cx, cy, size * 0.56, size * 0.3, turn=turn)],
        mix(light.on(ink("dfe2ea"), 0.95), light.near, 0.25),
    )
    canvas.shade(bowl, light.near, side=0.35, strength=0.8, reach=0.9)
    canvas.shade(bowl, light.lit, side=0.8, strength=0.6, reach=0.5)
    focus = (cx + sin(turn) * size * 0.52, cy - cos(turn) * size * 0.52)
    struts = [
        paths.line([(cx + a * size * cos(turn), cy + a * size * sin(turn)), focus], size * 0.014)
        for a in (-0.5, 0.05, 0.5)
    ]
    canvas.lay([*struts, paths.disc(*focus, size * 0.04)], tone)
