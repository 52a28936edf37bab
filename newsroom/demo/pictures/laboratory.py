"""A laboratory: someone in a white coat among glass and shelves."""

from __future__ import annotations

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.light import BLACK, WHITE, Colour, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade


def laboratory(canvas: Canvas) -> None:
    rng = canvas.rng
    tint = ink(rng.choice(("2f7f8f", "3f6aa8", "5a8f6a", "7a5a9a", "b0764a")))
    dim = rng.random() < 0.5
    wall = mix(tint, BLACK, 0.62) if dim else mix(tint, WHITE, 0.7)
    glow = mix(tint, WHITE, 0.65)
    canvas.wash([mix(wall, BLACK, 0.25), wall, mix(wall, glow, 0.35)], 0, 74)
    canvas.lay([paths.rect(10, 8, 60, 34)], Fade.of(mix(tint, WHITE, 0.55), mix(tint, WHITE, 0.85)))
    canvas.lay(
        [paths.rect(10 + a, 8, 0.7, 34) for a in (0, 19.5, 39.5, 59.4)]
        + [paths.rect(10, b, 60, 0.7) for b in (8, 24, 41.5)],
        mix(wall, BLACK, 0.45),
    )
    _shelves(canvas, wall, tint)
    canvas.glow(40, 25, 60, glow, 0.4)
    bench = mix(ink("e4e2da"), wall, 0.35 if dim else 0.05)
    x = rng.uniform(50, 66)
    _scientist(canvas, x, glow, flip=rng.random() < 0.5)
    canvas.lay([paths.rect(-1, 73, 152, 30)], Fade.of(bench, mix(bench, BLACK, 0.35)))
    canvas.lay([paths.rect(-1, 72, 152, 1.6)], mix(bench, WHITE, 0.6))
    canvas.lay([paths.rect(a, 78, 0.4, 24) for a in range(12, 150, 30)], BLACK, opacity=0.2)
    _microscope(canvas, x + rng.choice((-36, 30)), 72, 30, mix(tint, BLACK, 0.75), glow)
    places = [a for a in range(8, 146, 12) if abs(a - x) > 11]
    for a in rng.sample(places, 6):
        _flask(canvas, a, 72, rng.uniform(9, 16), tint)
    canvas.vignette(BLACK, 0.4)


def _shelves(canvas: Canvas, wall: Colour, tint: Colour) -> None:
    rng = canvas.rng
    for y in (20, 34, 48):
        canvas.lay([paths.rect(82, y, 62, 1.1)], mix(wall, BLACK, 0.4))
        canvas.lay([paths.rect(82, y + 1.1, 62, 2)], BLACK, opacity=0.14, blur=0.5)
        x = 84.0
        while x < 140:
            wide, tall = rng.uniform(2.4, 5), rng.uniform(4, 9)
            tone = mix(
                mix(tint, ink(rng.choice(("c8843a", "e8e2d0", "4a6a78", "a83c3a"))), rng.random()),
                wall,
                0.35,
            )
            jar = canvas.lay(
                [
                    paths.rect(x, y - tall, wide, tall),
                    paths.rect(x + wide * 0.25, y - tall - 1, wide * 0.5, 1.1),
                ],
                tone,
                opacity=0.9,
            )
            canvas.shade(jar, WHITE, side=0.5, strength=0.4, reach=0.5)
            x += wide + rng.uniform(0.4, 2.4)


def _scientist(canvas: Canvas, x: float, glow: Colour, *, flip: bool) -> None:
    """Show someone in a white coat from behind the bench, head bent, lit from the window."""
    rng = canvas.rng
    skin = mix(ink(rng.choice(("e0b08c", "a8704e", "7a4c38", "f0c8a8"))), glow, 0.15)
    hair = ink(rng.choice(("2a2024", "5a3a28", "8a8480", "b8824a", "1c1a20")))
    away = -1 if flip else 1
    coat = paths.smooth(
        [(-14, 24), (-13, 4), (-10, -4), (-3.4, -8), (3.4, -8), (10, -4), (13, 4), (14, 24)],
        closed=False,
    )
    body = canvas.lay(paths.scaled([coat], x, 56, 1), mix(ink("f4f1ea"), glow, 0.25))
    canvas.shade(body, mix(glow, BLACK, 0.7), side=0.0, strength=0.7, reach=0.75)
    canvas.lay([[(x - 2.6, 48.6), (x + 2.6, 48.6), (x + away * 0.6, 58)]], ink("4a6a88"))
    canvas.lay([paths.rect(x - 2.3, 43, 4.6, 6.5)], mix(skin, BLACK, 0.25))
    head = canvas.lay([paths.oval(x + away * 0.8, 39, 5, 6.4, turn=0.12 * away)], skin)
    canvas.shade(head, mix(skin, BLACK, 0.65), side=0.04, strength=0.75, reach=0.7)
    style = [paths.oval(x - away * 0.6, 36, 5.8, 4.6), paths.oval(x - away * 3.6, 39, 2.6, 5)]
    if rng.random() < 0.5:
        style.append(paths.oval(x - away * 5.4, 36.5, 2.6, 2.4))
    canvas.lay(style, hair)
    canvas.lay(
        [
            paths.line([(x - 4.2 + away, 39.4), (x + 4.4 + away, 39.4)], 0.5),
            paths.rect(x - 2.6 + away, 38.4, 2.8, 2.3),
            paths.rect(x + 1.2 + away, 38.4, 2.8, 2.3),
        ],
        ink("23303a"),
        opacity=0.8,
    )
    sleeve = paths.smooth(
        [(x + away * 11, 56), (x + away * 14, 66), (x + away * 8, 68), (x + away * 4, 62)],
        closed=False,
    )
    arm = canvas.lay([paths.line(sleeve, lambda way: 5.4 - 2 * way)], mix(ink("ece8e0"), glow, 0.3))
    canvas.shade(arm, mix(glow, BLACK, 0.7), side=0.1, strength=0.6, reach=0.8)
    canvas.lay([paths.oval(x + away * 3.4, 61, 1.7, 1.6)], skin)
    canvas.lay(
        [paths.line([(x + away * 2.4, 63), (x + away * 1.2, 52)], 1.5)],
        mix(glow, WHITE, 0.4),
        opacity=0.9,
    )
    canvas.glow(x + away * 1.8, 57, 11, glow, 0.6)


def _microscope(canvas: Canvas, x: float, y: float, size: float, tone: Colour, glow: Colour) -> None:
    parts = [
        paths.rect(x - 0.28 * size, y - 0.07 * size, 0.56 * size, 0.07 * size),
        paths.rect(x - 0.22 * size, y - 0.38 * size, 0.38 * size, 0.04 * size),
    ]
    back = paths.smooth(
        [
            (x + 0.2 * size, y - 0.06 * size),
            (x + 0.28 * size, y - 0.4 * size),
            (x + 0.12 * size, y - 0.78 * size),
        ],
        closed=False,
    )
    tube = [(x + 0.16 * size, y - 0.92 * size), (x - 0.06 * size, y - 0.46 * size)]
    parts += [
        paths.line(back, 0.1 * size),
        paths.line(tube, 0.12 * size),
        paths.line([(x - 0.05 * size, y - 0.5 * size), (x - 0.09 * size, y - 0.41 * size)], 0.06 * size),
    ]
    parts += [
        paths.line([(x + 0.12 * size, y - 0.86 * size), (x + 0.26 * size, y - 1.02 * size)], 0.09 * size),
        paths.disc(x + 0.24 * size, y - 0.34 * size, 0.06 * size),
    ]
    body = canvas.lay(parts, tone)
    canvas.shade(body, glow, side=0.55, strength=0.6, reach=0.5)
    canvas.glow(x - 0.1 * size, y - 0.37 * size, size * 0.3, glow, 0.8)


def _flask(canvas: Canvas, x: float, y: float, tall: float, tint: Colour) -> None:
    rng = canvas.rng
    liquid = mix(ink(rng.choice(("e0a03a", "3fb0a0", "d85a6a", "6a8fe0", "9ac04a"))), tint, 0.25)
    if rng.random() < 0.5:
        glass = [
            (x - tall * 0.1, y - tall),
            (x - tall * 0.1, y - tall * 0.62),
            (x - tall * 0.4, y),
            (x + tall * 0.4, y),
            (x + tall * 0.1, y - tall * 0.62),
            (x + tall * 0.1, y - tall),
        ]
        fill = [
            (x - tall * 0.22, y - tall * 0.4),
            (x - tall * 0.38, y - 0.2),
            (x + tall * 0.38, y - 0.2),
            (x + tall * 0.22, y - tall * 0.4),
        ]
    else:
        glass = paths.rect(x - tall * 0.2, y - tall * 0.8, tall * 0.4, tall * 0.8)
        fill = paths.rect(x - tall * 0.19, y - tall * 0.5, tall * 0.38, tall * 0.48)
    canvas.lay([glass], WHITE, opacity=0.3)
    body = canvas.lay([fill], Fade.of(mix(liquid, WHITE, 0.35), liquid), opacity=0.9)
    canvas.shade(body, mix(liquid, BLACK, 0.6), side=0.0, strength=0.5, reach=0.6)
    canvas.glow(x, y - tall * 0.25, tall * 0.8, liquid, 0.3)
    canvas.lay(
        [paths.line([(x - tall * 0.13, y - tall * 0.6), (x - tall * 0.22, y - tall * 0.2)], 0.35)],
        WHITE,
        opacity=0.7,
    )
    canvas.lay([paths.oval(x, y + 1, tall * 0.5, 0.6)], BLACK, opacity=0.25, blur=0.4)
