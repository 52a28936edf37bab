"""People looking one way: concert, theatre, a crowd in the street."""

from __future__ import annotations

from newsroom.demo.pictures import buildings, nature, paths, texture
from newsroom.demo.pictures.figures import bust, raised_arms, standing
from newsroom.demo.pictures.light import BLACK, WHITE, Colour, Light, choose, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.sky import sky

NEONS = (
    ("2a0f3d", "e0457b", "ffb35c"),
    ("0b1c3f", "2f8fd8", "f4e3b0"),
    ("1f1030", "8a4fe0", "ff8fa8"),
    ("0d2626", "2fb39a", "ffd98a"),
    ("2b0d12", "d8452f", "ffd07a"),
)


# Theatre sets, from the flies down to the boards.
SETS = (
    ("1f3a5c", "5a84a8", "f0d9a8"),
    ("5c2f3a", "c9705c", "f7d9a0"),
    ("20403a", "6a9a7a", "f2e6b8"),
    ("2a2450", "7a5a9a", "f0b8a8"),
)


def concert(canvas: Canvas) -> None:
    rng = canvas.rng
    dark, hue, warm = (ink(code) for code in rng.choice(NEONS))
    floor = rng.uniform(64, 70)
    canvas.wash([mix(dark, BLACK, 0.5), dark, mix(dark, hue, 0.55), mix(hue, warm, 0.4)], 0, floor)
    canvas.wash([mix(hue, dark, 0.5), mix(dark, BLACK, 0.5)], floor, 101)
    centre = rng.uniform(60, 90)
    canvas.glow(centre, floor - 8, 75, hue, 0.75)
    _smoke(canvas, hue, floor)
    for i in range(9):
        x = 10 + i * 16.25
        foot = centre + (x - centre) * rng.uniform(-0.9, 1.6)
        beam = [(x - 0.5, 9), (x + 0.5, 9), (foot + 8, floor + 6), (foot - 8, floor + 6)]
        canvas.lay([beam], mix(hue, warm, rng.choice((0.1, 0.5, 1.0))), opacity=0.26, blur=0.7)
    rig = [paths.rect(-1, 5, 152, 0.7), paths.rect(-1, 9, 152, 0.7)]
    rig += [paths.line([(x, 5 + 4 * (x // 5 % 2)), (x + 5, 9 - 4 * (x // 5 % 2))], 0.4) for x in range(0, 150, 5)]
    canvas.lay(rig, mix(dark, BLACK, 0.6))
    for i in range(9):
        canvas.glow(10 + i * 16.25, 10, 6, warm, 1.0)
    _band(canvas, centre, floor, mix(dark, BLACK, 0.55), warm)
    audience(canvas, mix(dark, BLACK, 0.35), hue, top=floor + 8, arms=0.5)
    canvas.vignette(BLACK, 0.45)


def _smoke(canvas: Canvas, colour: Colour, floor: float) -> None:
    lumps = texture.fractal(canvas.rng, (300, round(floor * 2)), coarse=(4, 4))
    canvas.cloud(texture.contrast(lumps, 110, 250), mix(colour, WHITE, 0.35), opacity=0.4)


def _band(canvas: Canvas, centre: float, floor: float, tone: Colour, rim: Colour) -> None:
    rng = canvas.rng
    stage = [paths.rect(-1, floor, 152, 5)]
    stacks = [paths.rect(x, floor - 17 + i * 0.2, 11, 17) for i, x in enumerate((4, 16, 124, 136))]
    kit = [
        paths.oval(centre + a, floor - b, c, c * 0.9) for a, b, c in ((0, 3.5, 3.6), (-5.4, 5, 2.2), (5.2, 5.2, 2.2))
    ]
    kit += [paths.line([(centre + a - 2.6, floor - 9.5), (centre + a + 2.6, floor - 10.4)], 0.4) for a in (-7, 7)]
    kit += [paths.rect(centre + a, floor - 10, 0.25, 10) for a in (-7, 7)]
    canvas.lay([*stage, *stacks, *kit], tone)
    for x, tall in ((centre - 24, 15), (centre + 22, 15.5), (centre - 3, 17)):
        figure = standing(rng, x, floor + 0.4, tall, stride=0.9)
        guitar = [
            paths.oval(x - 1.4, floor - tall * 0.5, 1.7, 1.25, turn=-0.4),
            paths.line([(x - 1.4, floor - tall * 0.5), (x + 5.6, floor - tall * 0.72)], 0.5),
        ]
        stand = [paths.rect(x + 2.2, floor - tall * 0.88, 0.24, tall * 0.88)]
        body = canvas.lay([*figure, *(guitar if tall < 17 else stand)], tone)
        canvas.shade(body, rim, side=0.75, strength=0.6, reach=0.35)


def audience(canvas: Canvas, tone: Colour, rim: Colour, *, top: float, arms: float) -> None:
    """Fill the foreground with heads from behind, row by row, rim-lit from the stage."""
    rng = canvas.rng
    for row in range(4):
        size = 7 + row * 3.6
        y = top + 5 + row * 8
        colour = mix(mix(tone, rim, 0.34), mix(tone, BLACK, 0.25), row / 3)
        x = -4.0 + rng.uniform(0, 4)
        shapes = []
        while x < 156:
            shapes += bust(rng, x, y + rng.uniform(-1.5, 1.5), size)
            if rng.random() < arms:
                shapes += raised_arms(rng, x, y, size)
            x += size * rng.uniform(0.85, 1.25)
        body = canvas.lay(shapes, Fade.of(colour, mix(colour, BLACK, 0.3)))
        canvas.shade(body, rim, side=0.75, strength=0.6 - row * 0.1, reach=0.5)


def theatre(canvas: Canvas) -> None:
    rng = canvas.rng
    drape = ink(rng.choice(("8e1f2a", "6a1c3c", "1f4a52", "7a2a1a", "2f2a5e")))
    scene = [ink(code) for code in rng.choice(SETS)]
    floor = 68.0
    canvas.wash(scene, 0, floor)
    canvas.lay(
        [paths.disc(rng.uniform(55, 95), rng.uniform(24, 38), rng.uniform(6, 10))],
        mix(scene[2], WHITE, 0.5),
    )
    for i in range(3):
        flat = paths.ridge(rng, 48 + i * 6, 9 - i, rough=0.45, levels=5)
        canvas.lay([flat], mix(scene[1], scene[0], 0.2 + 0.3 * i))
    props = [part for x in (rng.uniform(32, 48), rng.uniform(102, 118)) for part in nature.bare(rng, x, floor, 34)]
    canvas.lay(props, mix(scene[0], BLACK, 0.5))
    boards = ink("9a6a44")
    canvas.lay(
        [[(18, floor - 3), (132, floor - 3), (150, 78), (0, 78)]],
        Fade.of(mix(boards, scene[2], 0.3), mix(boards, BLACK, 0.2)),
    )
    for x in (60.0, 92.0):
        canvas.lay(
            [[(x - 7, -2), (x - 3, -2), (x + 12, floor + 6), (x - 16, floor + 6)]],
            ink("fff2cc"),
            opacity=0.2,
            blur=1.2,
        )
        canvas.lay([paths.oval(x, floor + 3, 14, 2.4)], ink("ffe9b4"), opacity=0.5, blur=0.8)
    for x, stride in ((rng.uniform(54, 66), 0.5), (rng.uniform(84, 96), 0.0)):
        actor = canvas.lay(
            standing(rng, x, floor + 3, 28, stride=stride),
            mix(ink(rng.choice(("b8452f", "e0c890", "3a4a78", "e9e0d0"))), BLACK, 0.2),
        )
        canvas.shade(actor, BLACK, side=0.2, strength=0.6, reach=0.8)
    _curtains(canvas, drape)
    audience(canvas, mix(drape, BLACK, 0.86), mix(drape, ink("ffcf8a"), 0.35), top=76, arms=0.0)
    canvas.vignette(BLACK, 0.5)


def _curtains(canvas: Canvas, drape: Colour) -> None:
    """Hang two tied-back curtains and a scalloped pelmet with a gold fringe."""
    gold = ink("d8a94e")
    for side in (0, 1):
        for fold in range(8):
            x = 33 - fold * 4.6
            waist = 17 - fold * 2.3
            cloth = paths.smooth(
                [(x, -3), (x - 1, 20), (waist, 46), (waist + 4, 80), (-6, 80), (-6, -3)],
                closed=False,
            )
            shape = [cloth if not side else [(150 - a, b) for a, b in cloth]]
            body = canvas.lay(shape, mix(drape, BLACK, 0.05 + 0.06 * fold))
            canvas.shade(
                body,
                mix(drape, ink("ffb070"), 0.55),
                side=0.0 if not side else 0.5,
                strength=0.6,
                reach=0.3,
            )
        tie = [(0, 45), (19, 43.5), (19, 46), (0, 49)]
        canvas.lay([tie if not side else [(150 - a, b) for a, b in tie]], gold)
    for i in range(7):
        x = -2 + i * 22
        swag = canvas.lay(
            [[(x, -2), *paths.arc(x + 11, 8, 12, 9, 0.5, 0.0), (x + 22, -2)]],
            mix(drape, BLACK, 0.12),
        )
        canvas.shade(swag, BLACK, side=0.75, strength=0.55, reach=0.7)
        canvas.lay([paths.line(paths.arc(x + 11, 8, 12, 9, 0.5, 0.0), 0.9)], gold)


def crowd(canvas: Canvas) -> None:
    rng = canvas.rng
    light = choose(rng, "golden", "dusk", "morning", "overcast", "blue")
    ground = 52.0
    sun = sky(canvas, light, ground)
    for i in range(9):
        x = i * 19 - 8 + rng.uniform(-3, 3)
        buildings.tower(canvas, light, x, ground + 14, rng.uniform(14, 19), rng.uniform(26, 44), 0.32, sun)
    canvas.haze(light.horizon, 20, ground, 0.55)
    canvas.glow(sun, ground - 8, 60, light.glow, 0.4)
    coats = [ink(code) for code in ("3a4458", "7a3a38", "c79a4a", "4a5c50", "8a6a58", "2c2f3c", "9aa0a8", "5a4468")]
    hue = ink(rng.choice(("d2483a", "e3ab3c", "2f7aa8", "3f8a62", "e8e0d0")))
    for row in range(6):
        near = 0.35 + 0.65 * row / 5
        y, size = 54 + row * 9.4, 4.6 + row * 3.7
        if row in (1, 2, 3):
            _banners(canvas, light, y, size, hue)
        x = -4.0 + rng.uniform(0, size)
        while x < 156:
            coat = mix(light.on(rng.choice(coats), near), light.near, 0.25 + 0.3 * near)
            person = bust(rng, x, y + rng.uniform(-1, 1) * size * 0.12, size)
            if rng.random() < 0.12:
                person += raised_arms(rng, x, y, size)
            body = canvas.lay(person, Fade.of(mix(coat, light.horizon, 0.12), coat))
            canvas.shade(
                body,
                light.glow,
                side=0.78 if row < 3 else (0.0 if sun > x else 0.5),
                strength=0.4,
                reach=0.3,
            )
            x += size * rng.uniform(0.75, 1.1)
        canvas.haze(light.horizon, y - size, y + 4, 0.3 * (1 - near))


def _banners(canvas: Canvas, light: Light, y: float, size: float, hue: Colour) -> None:
    rng = canvas.rng
    for _ in range(rng.randint(2, 4)):
        x, tall = rng.uniform(5, 135), size * rng.uniform(1.8, 2.8)
        cloth = light.on(rng.choice((hue, hue, ink("efe6d2"))), 0.9)
        canvas.lay([paths.rect(x, y - tall, size * 0.07, tall)], light.depth(0.8))
        if rng.random() < 0.5:
            shape = [
                (x, y - tall),
                (x + size * 0.7, y - tall * 1.06),
                (x + size * 1.6, y - tall * 0.95),
                (x + size * 1.5, y - tall * 0.62),
                (x + size * 0.7, y - tall * 0.72),
                (x, y - tall * 0.64),
            ]
        else:
            shape = paths.rect(x - size * 0.7, y - tall, size * 1.5, size * 0.95)
        body = canvas.lay([shape], cloth)
        canvas.shade(body, light.near, side=0.1, strength=0.45, reach=0.8)
