"""Skies: the hour's gradient, sun or moon, stars, and clouds seen in perspective."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

from newsroom.demo.pictures import paths, texture
from newsroom.demo.pictures.light import WHITE, Light, mix
from newsroom.demo.pictures.paint import Canvas, Fade

LOW = (300, 200)


def sky(canvas: Canvas, light: Light, horizon: float, *, clouds: str = "any", sun: float | None = None) -> float:
    """Paint the sky down to the horizon and tell where across the field the light stands."""
    sun = canvas.rng.uniform(25, 125) if sun is None else sun
    canvas.wash([*light.sky, light.horizon], 0, horizon)
    canvas.wash([light.horizon, light.horizon], horizon - 0.3, 100)
    if light.lamps:
        stars(canvas, horizon * 0.8, 90 if light.name == "blue" else 260)
    y = max(8.0, horizon - light.height)
    _luminary(canvas, light, sun, y)
    kinds = {"storm": ("heavy",), "overcast": ("heavy", "streaks")}
    kind = clouds
    if clouds == "any":
        kind = canvas.rng.choice(kinds.get(light.name, ("streaks", "plane", "heaps", "plane")))
    _CLOUDS[kind](canvas, light, horizon, sun)
    canvas.glow(sun, y, 60, light.glow, 0.32)
    return sun


def _luminary(canvas: Canvas, light: Light, x: float, y: float) -> None:
    if light.name in ("overcast", "storm"):
        canvas.glow(x, y, 55, light.sun, 0.5)
        return
    canvas.glow(x, y, 75, light.glow, 0.35 if light.lamps else 0.6)
    canvas.glow(x, y, 24, light.sun, 0.55)
    radius = 2.0 if light.lamps else canvas.rng.uniform(2.4, 4.2)
    if light.name != "noon":
        canvas.lay([paths.disc(x, y, radius)], mix(light.sun, WHITE, 0.3), blur=0.12)


def stars(canvas: Canvas, bottom: float, count: int) -> None:
    rng = canvas.rng
    for opacity, size in ((0.35, 0.1), (0.6, 0.13), (0.9, 0.19)):
        dots = []
        for _ in range(count // (1 + round(opacity * 3))):
            x, y = rng.uniform(0, 150), bottom * rng.random() ** 1.4
            dots.append(paths.rect(x, y, size, size))
        canvas.lay(dots, WHITE, opacity=opacity)


def _clear(canvas: Canvas, light: Light, horizon: float, sun: float) -> None:
    """Leave the sky empty."""


def _streaks(canvas: Canvas, light: Light, horizon: float, sun: float) -> None:
    """Draw long thin bars, lit from below."""
    size = (LOW[0], max(2, round(horizon * 2)))
    coarse = (canvas.rng.randint(2, 3), canvas.rng.randint(7, 11))
    lumps = texture.fractal(canvas.rng, size, coarse=coarse, octaves=5)
    _print_clouds(canvas, light, texture.contrast(lumps, 120, 235), lift=3)


def _plane(canvas: Canvas, light: Light, horizon: float, sun: float) -> None:
    """Draw a deck of broken cloud that runs away to the horizon."""
    lumps = texture.fractal(canvas.rng, (600, 300), coarse=(16, 10), octaves=6)
    floor = canvas.rng.uniform(118, 150)
    cover = texture.contrast(lumps, floor, floor + 85)
    high = max(2, round(horizon * 2))
    vanish = high * 1.12
    spread, middle = 0.32, 300.0
    centre = LOW[0] / 2
    coefficients = (
        spread, -middle / vanish, middle - spread * centre,
        0.0, 30.0 / vanish, 0.0,
        0.0, -1 / vanish,
    )  # fmt: skip
    deck = cover.transform((LOW[0], high), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    _print_clouds(canvas, light, deck.filter(ImageFilter.GaussianBlur(0.6)), lift=2)


def _heavy(canvas: Canvas, light: Light, horizon: float, sun: float) -> None:
    """Close the sky with a low, heavy ceiling."""
    size = (LOW[0], max(2, round(horizon * 2)))
    lumps = texture.fractal(canvas.rng, size, coarse=(5, 5), octaves=6)
    fade = Image.linear_gradient("L").point([255 - value for value in range(256)]).resize(size)
    lumps = ImageChops.multiply(lumps, fade.point([min(255, value + 110) for value in range(256)]))
    _print_clouds(canvas, light, texture.contrast(lumps, 50, 190), lift=5, body=0.9)


def _heaps(canvas: Canvas, light: Light, horizon: float, sun: float) -> None:
    """Pile up cumulus, small far ones first."""
    rng = canvas.rng
    for i in range(rng.randint(5, 8)):
        near = (i + 1) / 8
        y = horizon * (0.86 - 0.62 * near + rng.uniform(-0.06, 0.06))
        _heap(canvas, light, rng.uniform(-5, 155), y, 5 + 19 * near, sun)


def _heap(canvas: Canvas, light: Light, x: float, y: float, width: float, sun: float) -> None:
    rng = canvas.rng
    puffs = []
    for _ in range(26):
        along = rng.gauss(0, 0.42)
        radius = width * 0.2 * max(0.25, 1 - abs(along)) * rng.uniform(0.5, 1.1)
        rise = width * 0.3 * max(0.0, 1 - abs(along) * 1.15) * rng.random()
        puffs.append(paths.oval(x + along * width, y - rise, radius * 1.25, radius))
    body = mix(light.lit, light.horizon, 0.3)
    stencil = canvas.stencil(puffs, blur=width * 0.012)
    if stencil is None:
        return
    canvas.fill(stencil, Fade.of(light.lit, body, mix(light.shade, light.horizon, 0.35)), opacity=0.9)
    away = 0.12 if sun < x else 0.38
    canvas.shade(stencil, light.shade, side=away, strength=0.6, reach=0.75, grit=0.4)


def _print_clouds(canvas: Canvas, light: Light, cover: Image.Image, *, lift: int, body: float = 0.75) -> None:
    """Print cloud in its shaded colour, then its lower, sunward rim in the lit one."""
    low_light = light.height < 20
    shifted = ImageChops.offset(cover, 0, -lift if low_light else lift)
    soft = shifted.filter(ImageFilter.GaussianBlur(1.5))
    rim = ImageChops.subtract(cover, soft)
    canvas.cloud(cover, Fade.of(light.shade, mix(light.shade, light.horizon, 0.6)), opacity=body)
    canvas.cloud(rim, light.lit, opacity=0.85)


_CLOUDS = {
    "clear": _clear,
    "streaks": _streaks,
    "plane": _plane,
    "heavy": _heavy,
    "heaps": _heaps,
}
