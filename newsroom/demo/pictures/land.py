"""Wild country: mountains, forest, snow."""

from __future__ import annotations

from random import Random

from newsroom.demo.pictures import nature, paths
from newsroom.demo.pictures.figures import standing
from newsroom.demo.pictures.light import Colour, ink, mix
from newsroom.demo.pictures.light import choose as choose_light
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky
from newsroom.demo.pictures.surface import water


def mountains(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose_light(rng, "dawn", "morning", "golden", "dusk", "blue", "noon")
    horizon = rng.uniform(56, 68)
    sun = sky(canvas, light, horizon)
    snowy = rng.random() < 0.7
    _peaks(
        canvas,
        horizon,
        light.depth(0.22),
        mix(light.lit, light.sun, 0.4) if snowy else light.glow,
        sun,
    )
    canvas.haze(light.horizon, horizon - 14, horizon + 4, 0.7)
    nature.ranges(canvas, light, horizon - 4, horizon + 8, count=3, height=7, first=0.3, last=0.6)
    if rng.random() < 0.55:
        water(canvas, light, horizon + 9, sun=sun, calm=0.92)
        crest = paths.ridge(rng, 95, 4, rough=0.6)
    else:
        nature.mist(canvas, light.horizon, horizon + 2, horizon + 22, 0.7)
        nature.ranges(canvas, light, horizon + 16, 92, count=2, height=6, first=0.72, last=0.92)
        crest = paths.ridge(rng, 94, 5, rough=0.6)
    _treeline(canvas, crest, light.depth(1.0), tall=15)


def _peaks(canvas: Canvas, horizon: float, tone: Colour, snow: Colour, sun: float) -> None:
    """Raise two jagged chains, the far one paler, and light the flanks that face the sun."""
    for far in (True, False):
        colour = mix(tone, snow, 0.4) if far else tone
        crest = _chain(canvas.rng, horizon - (9 if far else 0), 24 if far else 34)
        closed = [*crest, (153, horizon + 5), (-3, horizon + 5)]
        body = canvas.lay([closed], Fade.of(mix(colour, snow, 0.12), colour, mix(colour, snow, 0.35)))
        canvas.shade(body, mix(colour, (20, 24, 50), 0.5), side=0.75, strength=0.25, reach=0.7)
        _facets(canvas, crest, snow, sun, horizon)
        canvas.haze(mix(colour, snow, 0.4), horizon - 26, horizon, 0.25)


def _chain(rng: Random, base: float, tall: float) -> paths.Path:
    """Give a skyline of several summits: broad shoulders, roughened by displacement."""
    summits = [(x + rng.uniform(-9, 9), tall * rng.uniform(0.5, 1.1)) for x in range(0, 160, 26)]
    jags = paths.displaced(rng, rough=0.64, levels=8)
    crest = []
    for i, jag in enumerate(jags):
        x = -3 + 156 * i / (len(jags) - 1)
        rise = max(high * max(0.0, 1 - abs(x - at) / (high * 1.15)) ** 1.15 for at, high in summits)
        crest.append((x, base - rise - jag * 3.6))
    return crest


def _facets(canvas: Canvas, crest: paths.Path, snow: Colour, sun: float, horizon: float) -> None:
    """Rub snow into the sunward side of each summit, down a crooked spine."""
    rng = canvas.rng
    reach = 7
    for i in range(reach, len(crest) - reach):
        x, y = crest[i]
        if y > min(b for _, b in crest[i - reach : i + reach + 1]):
            continue
        step = 1 if sun > x else -1
        end = i
        while 0 < end < len(crest) - 1 and abs(end - i) < 26 and crest[end][1] < horizon - 3:
            end += step
        edge = crest[i : end + 1] if step > 0 else crest[end : i + 1][::-1]
        drop = max(6.0, (horizon - y) * 0.9)
        spine = [(x - step * rng.uniform(-1.5, 3.5) * way, y + drop * way) for way in (0.2, 0.4, 0.6, 0.8, 1.0)]
        foot = (edge[-1][0], max(edge[-1][1], y + drop))
        face = canvas.stencil([[*edge, foot, *spine[::-1]]])
        canvas.shade(face, snow, side=0.75, strength=0.95, reach=0.8, grit=0.7)


def _treeline(canvas: Canvas, crest: paths.Path, colour: Colour, *, tall: float) -> None:
    rng = canvas.rng
    trees = []
    gap = rng.uniform(35, 115)
    for _ in range(95):
        x = rng.uniform(-4, 154)
        height = tall * rng.uniform(0.3, 1.0) * (0.35 + 0.65 * min(1.0, abs(x - gap) / 45))
        trees.append(nature.conifer(rng, x, paths.crest_at(crest, x) + 1.5, height))
    canvas.lay([crest, *trees], Fade.of(mix(colour, (60, 80, 80), 0.18), colour))


def forest(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose_light(rng, "dawn", "morning", "golden", "overcast")
    sun = rng.uniform(35, 115)
    green = ink(rng.choice(("4f7a5a", "6d7f45", "3f6f6c", "8a7a3c")))
    top = mix(light.on(green), light.horizon, 0.45)
    canvas.wash([top, mix(top, light.horizon, 0.7), light.horizon, mix(top, light.near, 0.2)])
    canvas.glow(sun, 42, 70, light.sun, 0.75)
    for layer in range(5):
        near = (layer + 1) / 5
        tone = mix(light.horizon, light.on(mix(green, light.near, near), 1.0), 0.14 + 0.86 * near**1.2)
        _trunks(canvas, tone, near, 66 + 26 * near, light.glow, sun)
        ground = paths.ridge(rng, 68 + 24 * near, 2.5 + 2 * near, rough=0.5)
        canvas.lay([ground], Fade.of(mix(tone, light.glow, 0.2 * (1 - near)), tone))
        if layer < 4:
            nature.mist(canvas, light.horizon, 42, 88, 0.42 * (1 - near))
            canvas.glow(sun, 42, 60, light.glow, 0.22 * (1 - near))
    _beams(canvas, sun, light.sun)
    canvas.lay(nature.grass(rng, 101, 260, 9), mix(light.near, green, 0.15))
    if rng.random() < 0.5:
        canvas.lay(standing(rng, rng.uniform(40, 110), 88, 13), light.near)
    canvas.vignette(light.near, 0.5)


def _trunks(canvas: Canvas, tone: Colour, near: float, ground: float, lit: Colour, sun: float) -> None:
    rng = canvas.rng
    distant: list[paths.Path] = []
    for _ in range(round(20 - 13 * near)):
        x = rng.uniform(-3, 153)
        if near > 0.7 and abs(x - sun) < 22:
            continue
        thick = (0.9 + 4.6 * near**1.6) * rng.uniform(0.6, 1.25)
        lean = rng.uniform(-3, 3)
        bole = [(x, ground + 4), (x + lean * 0.4, 50), (x + lean, -2)]
        body = [paths.line(paths.smooth(bole, closed=False), paths.taper(thick * 1.15, thick * 0.7))]
        for _ in range(rng.randint(2, 5)):
            y, side = rng.uniform(2, 48), rng.choice((-1, 1))
            reach = thick * rng.uniform(2, 4.5)
            twig = [
                (x + lean * 0.5, y),
                (x + side * reach * 0.5, y - reach * 0.2),
                (x + side * reach, y - reach * 0.7),
            ]
            body.append(paths.line(twig, paths.taper(thick * 0.3, thick * 0.045)))
        if near < 0.7:
            distant += body
            continue
        stencil = canvas.lay(body, tone)
        canvas.shade(stencil, lit, side=0.0 if sun > x else 0.5, strength=0.3, reach=0.5)
    canvas.lay(distant, Fade.of(mix(tone, lit, 0.12), tone))


def _beams(canvas: Canvas, sun: float, colour: Colour) -> None:
    rng = canvas.rng
    rays = []
    for _ in range(5):
        foot = sun + rng.gauss(0, 60)
        wide = rng.uniform(3, 9)
        rays.append([(sun - 1, -12), (sun + 1, -12), (foot + wide, 92), (foot - wide, 92)])
    canvas.lay(rays, colour, opacity=0.15, blur=1.2)


def snow(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose_light(rng, "dawn", "dusk", "blue", "overcast", "morning")
    horizon = rng.uniform(48, 58)
    sky(canvas, light, horizon)
    nature.ranges(canvas, light, horizon - 5, horizon, count=2, height=9, first=0.12, last=0.3)
    cool, warm = times_snow(light.ambient), mix(light.lit, (255, 255, 255), 0.35)
    for i in range(4):
        y = horizon + 3 + i * 11
        near = i / 3
        drift = paths.ridge(rng, y, 3 + i, rough=0.38, levels=6)
        stencil = canvas.lay([drift], Fade.of(mix(warm, cool, 0.25 + near * 0.2), mix(cool, light.shade, 0.15), cool))
        canvas.shade(stencil, warm, side=0.7, strength=0.5, reach=0.4)
        trees = []
        middle = rng.uniform(0, 150)
        for _ in range(16 - i * 3):
            x = middle + rng.gauss(0, 30)
            tree = nature.conifer(rng, x, paths.crest_at(drift, x) + 1, (7 + 9 * near) * rng.uniform(0.6, 1.2))
            trees.append(tree)
        body = canvas.lay(trees, mix(light.depth(0.35 + 0.55 * near), light.horizon, 0.1))
        canvas.shade(body, warm, side=0.8, strength=0.6, reach=0.75, grit=1.0)
    x = rng.uniform(35, 105)
    cabin(
        canvas,
        x,
        84,
        20,
        lit=light.lamps or light.name in ("dusk", "dawn"),
        wall=light.near,
        roof=mix(warm, cool, 0.15),
    )
    path = [(x + 9, 84.5), (x + 4, 90), (x + 16, 101), (x + 28, 101), (x + 9, 90), (x + 11, 84.5)]
    canvas.lay([path], light.shade, opacity=0.3, blur=0.5)
    nature.snowfall(canvas, (255, 255, 255), count=rng.choice((120, 400, 800)))


def times_snow(ambient: Colour) -> Colour:
    """Give snow in shadow: the hour's light on something bluish white."""
    return mix(ambient, (196, 212, 238), 0.4)


def cabin(canvas: Canvas, x: float, y: float, size: float, *, lit: bool, wall: Colour, roof: Colour) -> None:
    """Build a small house with its gable towards us and a roof running back to the right."""
    tall = size * 0.42
    gable = [
        (x, y),
        (x, y - tall),
        (x + size * 0.24, y - tall * 1.75),
        (x + size * 0.48, y - tall),
        (x + size * 0.48, y),
    ]
    side = paths.rect(x + size * 0.48, y - tall, size * 0.55, tall)
    canvas.lay([side], mix(wall, (90, 70, 60), 0.35))
    canvas.lay([gable], mix(wall, (110, 80, 60), 0.2))
    top = [
        (x + size * 0.24, y - tall * 1.78),
        (x + size * 0.86, y - tall * 1.78),
        (x + size * 1.09, y - tall * 0.92),
        (x + size * 0.46, y - tall * 0.92),
    ]
    eave = [
        (x + size * 0.24, y - tall * 1.78),
        (x + size * 0.27, y - tall * 1.78),
        (x - size * 0.01, y - tall * 0.85),
        (x - size * 0.05, y - tall * 0.85),
    ]
    canvas.lay([top, eave], roof)
    canvas.lay([paths.rect(x + size * 0.84, y - tall * 2.1, size * 0.07, tall * 0.5)], wall)
    panes = [paths.rect(x + size * a, y - tall * 0.72, size * 0.1, tall * 0.36) for a in (0.1, 0.28, 0.6, 0.82)]
    canvas.lay(panes, ink("ffd689") if lit else mix(wall, (160, 180, 200), 0.4))
    if lit:
        for pane in panes:
            canvas.glow(pane[0][0] + 0.5, y - tall * 0.5, size * 0.5, ink("ffb347"), 0.28)
