"""Portraits: head and shoulders in flat inks, lit from one side, with features only hinted at."""

from __future__ import annotations

from newsroom.demo.pictures import clothes, hair, paths, texture
from newsroom.demo.pictures.casting import Sitter, sitter
from newsroom.demo.pictures.light import BLACK, WHITE, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade

# Skin, from which its shadow and its light are mixed.


def paint_portrait(canvas: Canvas, seed: int) -> None:
    """Fill a square canvas, 100 by 100, with one person."""
    who = sitter(seed, canvas.rng)
    _backdrop(canvas, who)
    hair.behind(canvas, who.style, who.hair, who.light)
    _shoulders(canvas, who)
    _neck(canvas, who)
    _head(canvas, who)
    _features(canvas, who)
    if who.beard:
        _beard(canvas, who)
    hair.above(canvas, who.style, who.hair if who.style != "hijab" else who.cloth, who.light)
    if who.glasses:
        _glasses(canvas, who)
    canvas.glow(50 + who.light * 46, 22, 62, mix(who.backdrop[0], WHITE, 0.4), 0.22)


def _backdrop(canvas: Canvas, who: Sitter) -> None:
    pale, deep = who.backdrop
    canvas.wash([mix(pale, deep, 0.3), pale, mix(pale, deep, 0.55)])
    lumps = texture.fractal(canvas.rng, (200, 200), coarse=(3, 3))
    canvas.cloud(texture.contrast(lumps, 90, 240), deep, opacity=0.3)
    kind = canvas.rng.randrange(4)
    shapes = [paths.disc(50 + who.light * 14, 40, 37)]
    if kind == 1:
        shapes = [paths.arch(18, 102, 64, 92)]
    elif kind == 2:
        shapes = [paths.rect(x, -2, 13, 104) for x in range(-4, 100, 26)]
    elif kind == 3:
        shapes = [
            [
                (50 - who.light * 60, 102),
                (50 + who.light * 14, -2),
                (50 + who.light * 70, -2),
                (50 + who.light * 10, 102),
            ]
        ]
    disc = canvas.lay(shapes, mix(pale, WHITE, 0.25), opacity=0.45)
    canvas.shade(disc, deep, side=who.away, strength=0.45, reach=0.8)
    canvas.lay([paths.oval(50 - who.light * 6, 62, 36, 44)], mix(deep, BLACK, 0.4), opacity=0.28, blur=6)


def _shoulders(canvas: Canvas, who: Sitter) -> None:
    wide = 1.06 if who.beard or who.style in ("crop", "short", "side") else 0.93
    edge = [
        (-45, 104),
        (-41, 88),
        (-31, 79),
        (-14, 73.5),
        (-8, 68),
        (8, 68),
        (14, 73.5),
        (31, 79),
        (41, 88),
        (45, 104),
    ]
    outline = paths.smooth([(50 + x * wide, y) for x, y in edge], closed=False)
    body = canvas.lay([outline], Fade.of(mix(who.cloth, WHITE, 0.08), who.cloth, mix(who.cloth, BLACK, 0.25)))
    canvas.shade(body, mix(who.cloth, BLACK, 0.65), side=who.away, strength=0.8, reach=0.65)
    canvas.shade(body, mix(who.cloth, ink("ffe3bc"), 0.5), side=who.toward, strength=0.6, reach=0.4)


def _neck(canvas: Canvas, who: Sitter) -> None:
    shape = paths.smooth([(41, 56), (41.4, 67), (37, 74), (50, 83), (63, 74), (58.6, 67), (59, 56)])
    neck = canvas.lay([shape], mix(who.skin, who.shadow, 0.35))
    canvas.shade(neck, who.shadow, side=who.away, strength=0.9, reach=0.8, grit=0.4)
    canvas.lay([paths.oval(50 - who.light * 1.5, 63.5, 9.6, 5)], who.shadow, opacity=0.6, blur=1.4)
    clothes.dress(canvas, who)


def _head(canvas: Canvas, who: Sitter) -> None:
    f, j = who.face, who.jaw
    ears = [paths.oval(50 + side * 15.4 * f, 46.5, 2.4, 4.2, turn=side * 0.12) for side in (-1, 1)]
    ear = canvas.lay(ears, mix(who.skin, who.shadow, 0.3))
    canvas.shade(ear, who.shadow, side=who.away, strength=0.8)
    face = [
        (0, -24),
        (10 * f, -22),
        (15.2 * f, -13),
        (15.4 * f, 0),
        (13.6 * f * j, 10),
        (8 * j, 18.4),
        (0, 21.4),
    ]
    outline = face + [(-x, y) for x, y in face[-2:0:-1]]
    head = canvas.lay([paths.smooth([(50 + x, 45 + y) for x, y in outline])], who.skin)
    canvas.shade(head, who.lit, side=who.toward, strength=0.8, reach=0.6, grit=0.4)
    canvas.shade(head, who.shadow, side=who.away, strength=0.9, reach=0.62, grit=0.5)
    away = 50 - who.light * 4
    plane = [
        (50 - who.light * 1.2, 40),
        (away, 36),
        (50 - who.light * 15, 38),
        (50 - who.light * 13, 56),
        (50 - who.light * 6, 65),
        (50 - who.light * 3.4, 58),
        (50 - who.light * 4.6, 51),
    ]
    canvas.lay([paths.smooth(plane)], who.shadow, opacity=0.3, blur=1.2)
    canvas.lay(
        [paths.oval(50 + who.light * 8, 50, 4, 3)],
        mix(who.lit, ink("f08070"), 0.3),
        opacity=0.35,
        blur=1.6,
    )


def _features(canvas: Canvas, who: Sitter) -> None:
    """Suggest brows, lowered eyes, nose and mouth with as few marks as will do."""
    rng = canvas.rng
    dark = mix(who.shadow, BLACK, 0.55)
    brow = mix(who.hair, dark, 0.55)
    lift = rng.uniform(-0.4, 0.5)
    for side in (-1, 1):
        x = 50 + side * 6.3 * who.face
        arch = [(x - side * 3, 40.9), (x, 39.8 - lift), (x + side * 3.5, 40.9)]
        canvas.lay(
            [paths.line(paths.smooth(arch, closed=False), lambda way: 1.15 - 0.35 * abs(way - 0.4))],
            brow,
            opacity=0.9,
        )
        canvas.lay([paths.oval(x, 44, 3.6, 2)], who.shadow, opacity=0.4, blur=0.6)
        lid = paths.smooth([(x - 2.7, 44.6), (x, 43.5), (x + 2.7, 44.6)], closed=False)
        canvas.lay([paths.oval(x, 44.8, 2.4, 1.15)], mix(ink("f4ece0"), who.skin, 0.35))
        canvas.lay([paths.disc(x + who.light * 0.2, 44.7, 1.15), paths.line(lid, 0.75)], dark)
    nose = paths.smooth(
        [
            (50 - who.light * 1.4, 42),
            (50 - who.light * 2.4, 48),
            (50 - who.light * 3.2, 51.6),
            (50, 53),
        ],
        closed=False,
    )
    canvas.lay([[*nose, (50, 47)]], who.shadow, opacity=0.62, blur=0.35)
    canvas.lay([paths.oval(50 + who.light * 0.9, 49.5, 0.9, 3)], who.lit, opacity=0.6, blur=0.5)
    smile = rng.uniform(0.1, 1.0)
    lip = mix(who.skin, ink("a03444"), 0.48)
    upper = [
        (45.4, 57.4 - smile),
        (48.6, 56.7),
        (50, 57.1),
        (51.4, 56.7),
        (54.6, 57.4 - smile),
        (50, 58.4),
    ]
    lower = [(45.6, 57.5 - smile), (50, 58.2), (54.4, 57.5 - smile), (50, 60.6)]
    canvas.lay([paths.smooth(lower)], mix(lip, who.lit, 0.18))
    canvas.lay([paths.smooth(upper)], mix(lip, who.shadow, 0.4))
    canvas.lay([paths.oval(50, 62, 2.8, 0.8)], who.shadow, opacity=0.4, blur=0.5)


def _beard(canvas: Canvas, who: Sitter) -> None:
    f, j = who.face, who.jaw
    moustache = paths.smooth([(44, 57.4), (46, 55), (50, 54.4), (54, 55), (56, 57.4), (50, 56.4)])
    if who.beard == "moustache":
        canvas.lay([moustache], who.hair)
        return
    jaw = [
        (-15.4 * f, 45),
        (-14.2 * f * j, 56),
        (-8.6 * j, 65),
        (0, 68.6),
        (8.6 * j, 65),
        (14.2 * f * j, 56),
        (15.4 * f, 45),
        (12.4, 52),
        (7.6, 55.4),
        (0, 54.2),
        (-7.6, 55.4),
        (-12.4, 52),
    ]
    stencil = canvas.stencil(
        [paths.smooth([(50 + x, y) for x, y in jaw])], cut=[paths.oval(50, 58.6, 4.6, 2)], blur=0.5
    )
    if stencil is None:
        return
    canvas.fill(stencil, who.hair, opacity=0.35 if who.beard == "stubble" else 0.95)
    canvas.shade(stencil, mix(who.hair, who.lit, 0.45), side=who.toward, strength=0.5, reach=0.5, grit=0.9)


def _glasses(canvas: Canvas, who: Sitter) -> None:
    frame = mix(who.hair, BLACK, 0.5) if sum(who.hair) < 400 else ink("5a3a2c")
    round_ones = canvas.rng.random() < 0.5
    rims, panes = [], []
    for side in (-1, 1):
        x = 50 + side * 6.5 * who.face
        if round_ones:
            rims.append(paths.disc(x, 44.9, 5.2))
            panes.append(paths.disc(x, 44.9, 4.4))
        else:
            square = [(x - 5.2, 41.2), (x + 5.2, 41.2), (x + 4.8, 48.4), (x - 4.8, 48.4)]
            rims.append(paths.smooth(square))
            panes.append(paths.smooth([(x + (a - x) * 0.85, 44.7 + (b - 44.7) * 0.83) for a, b in square]))
    arms = [
        paths.line(
            [(50 + side * 11, 43.6), (50 + side * (12.4 if who.style == "hijab" else 15.6), 43.2)],
            0.8,
        )
        for side in (-1, 1)
    ]
    bridge = paths.line(paths.smooth([(48.4, 44), (50, 43.2), (51.6, 44)], closed=False), 0.8)
    canvas.lay([*rims], frame, cut=panes)
    canvas.lay([*arms, bridge], frame)
    glass = canvas.stencil(panes)
    canvas.shade(glass, WHITE, side=who.toward - 0.08, strength=0.4, reach=0.5, grit=0.2)
