"""A courtroom: judges, counsel and the public, lit from tall windows."""

from __future__ import annotations

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.figures import bust, seated, standing
from newsroom.demo.pictures.light import BLACK, WHITE, Colour, ink, mix
from newsroom.demo.pictures.paint import Canvas, Fade
from newsroom.demo.pictures.stage import audience
from newsroom.demo.pictures.vessels import LAMP


def courtroom(canvas: Canvas) -> None:
    rng = canvas.rng
    wood = ink(rng.choice(("8a5a3a", "7a4a34", "9a6e46", "6a4a40")))
    wall = ink(rng.choice(("cbb996", "b9bfae", "c9a98a", "a9b4bc")))
    beam = ink(rng.choice(("ffe6b0", "ffd9a0", "e9f0ff")))
    canvas.wash([mix(wall, BLACK, 0.35), wall, mix(wall, beam, 0.3)], 0, 72)
    flip = rng.random() < 0.5
    panels = [paths.rect(x, 34, 9.4, 34) for x in range(-2, 152, 11)]
    canvas.lay([paths.rect(-1, 31, 152, 42)], Fade.of(wood, mix(wood, BLACK, 0.35)))
    recess = canvas.lay(panels, mix(wood, BLACK, 0.18))
    canvas.shade(recess, beam, side=0.5 if flip else 0.0, strength=0.3, reach=0.5)
    canvas.lay([paths.rect(-1, 30, 152, 1.4)], mix(wood, beam, 0.35))
    _tall_windows(canvas, flip, beam)
    canvas.wash([mix(wood, beam, 0.25), mix(wood, BLACK, 0.55)], 72, 101)
    _bench(canvas, wood, beam, flip)
    for x in (rng.uniform(30, 44), rng.uniform(104, 118)):
        canvas.lay([paths.rect(x - 12, 73, 26, 2), paths.rect(x - 10, 75, 22, 13)], mix(wood, BLACK, 0.35))
        body = canvas.lay(seated(rng, x - 12, 90, 27, flip=False), mix(wood, BLACK, 0.75))
        canvas.shade(body, beam, side=0.5 if flip else 0.0, strength=0.4, reach=0.4)
    body = canvas.lay(standing(rng, rng.uniform(62, 88), 91, 31), mix(ink("22222e"), BLACK, 0.2))
    canvas.shade(body, beam, side=0.0 if not flip else 0.5, strength=0.5, reach=0.45)
    for x in (112, 126, 140):
        ray = [(x, 4), (x + 8, 4), (x - 34, 96), (x - 62, 96)]
        canvas.lay([[(150 - a, b) for a, b in ray] if flip else ray], beam, opacity=0.16, blur=1.2)
    rail = [paths.rect(-1, 90, 152, 1.8), *(paths.rect(x, 91, 1.1, 10) for x in range(1, 150, 5))]
    canvas.lay(rail, mix(wood, BLACK, 0.55))
    audience(canvas, mix(wood, BLACK, 0.82), beam, top=96, arms=0.0)
    canvas.vignette(BLACK, 0.45)


def _tall_windows(canvas: Canvas, flip: bool, beam: Colour) -> None:
    for x in (104, 120, 136):
        a = 150 - x - 9 if flip else x
        canvas.lay([paths.arch(a - 0.8, 29.5, 10.6, 28)], mix(beam, BLACK, 0.45))
        canvas.lay([paths.arch(a, 29, 9, 26)], Fade.of(WHITE, beam))
        bars = [paths.rect(a + 4.3, 3, 0.4, 26), *(paths.rect(a, b, 9, 0.4) for b in (11, 17, 23))]
        canvas.lay(bars, mix(beam, BLACK, 0.55))
        canvas.glow(a + 4.5, 16, 30, beam, 0.4)


def _bench(canvas: Canvas, wood: Colour, beam: Colour, flip: bool) -> None:
    """Raise the judges' bench with three judges and the arms of the state behind."""
    rng = canvas.rng
    canvas.lay([paths.rect(58, 20, 34, 34), paths.rect(55, 18, 40, 2.4)], mix(wood, BLACK, 0.3))
    canvas.lay([[(70, 25), (80, 25), (80, 32), (75, 38), (70, 32)]], ink("c9a14a"))
    canvas.lay([[(71.4, 26.3), (78.6, 26.3), (75, 35.6)]], mix(wood, BLACK, 0.2))
    for x in (59, 75, 91):
        chair = canvas.lay([paths.arch(x - 4.4, 58, 8.8, 19)], mix(ink("7a2a2a"), BLACK, 0.25))
        canvas.shade(chair, BLACK, side=0.3, strength=0.5)
        robe = canvas.lay(bust(rng, x, 55.5, 10), ink("1c1a22"))
        canvas.shade(robe, beam, side=0.5 if flip else 0.0, strength=0.5, reach=0.4)
        canvas.lay(
            [paths.oval(x, 49.8, 1.7, 2.2)],
            mix(ink(rng.choice(("c99a78", "8a5a42", "e0b896", "6a4434"))), beam, 0.15),
        )
        canvas.lay([[(x - 0.9, 53), (x + 0.9, 53), (x + 0.5, 56), (x - 0.5, 56)]], ink("efe9dc"))
    desk = canvas.lay([[(43, 57), (107, 57), (111, 74), (39, 74)]], Fade.of(mix(wood, beam, 0.2), wood))
    canvas.lay([[(41.5, 55.5), (108.5, 55.5), (108.5, 57.6), (41.5, 57.6)]], mix(wood, beam, 0.45))
    canvas.lay([paths.rect(x, 60, 9, 11) for x in range(46, 100, 12)], mix(wood, BLACK, 0.28))
    canvas.shade(desk, BLACK, side=0.5 if not flip else 0.0, strength=0.5, reach=0.7)
    canvas.glow(49, 52, 9, LAMP, 0.6)
