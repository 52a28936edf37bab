"""Water: a rippled mirror of whatever has been painted above it, with glitter under the light."""

from __future__ import annotations

from math import sin

from PIL import Image, ImageFilter

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.light import Colour, Light, mix
from newsroom.demo.pictures.paint import Canvas


def water(
    canvas: Canvas,
    light: Light,
    shore: float,
    *,
    sun: float,
    calm: float = 0.6,
    tint: Colour | None = None,
) -> None:
    """Flood everything below the shore line; calm 1 is a mirror, 0 is a choppy sea."""
    deep = tint or mix(mix(light.sky[0], light.near, 0.55), (20, 60, 70), 0.25)
    mirror = _mirror(canvas, shore)
    mirror = _rippled(canvas, mirror, calm)
    top = round(shore * canvas.scale)
    canvas.image.paste(mirror, (0, top))
    depth = Image.linear_gradient("L").resize(mirror.size)
    canvas.image.paste(deep, (0, top), depth.point([round(v * (0.95 - calm * 0.3)) for v in range(256)]))
    _waves(canvas, light, shore, calm, deep)
    if light.name not in ("overcast", "storm"):
        glitter(canvas, sun, shore, light.sun, width=9 + 14 * (1 - calm))
    canvas.lay([paths.rect(0, shore - 0.1, 150, 0.25)], mix(light.horizon, light.sun, 0.4), opacity=0.4)


def _mirror(canvas: Canvas, shore: float) -> Image.Image:
    width, height = canvas.image.size
    top = round(shore * canvas.scale)
    deep = height - top
    above = canvas.image.crop((0, max(0, top - round(deep * 1.15)), width, top))
    flipped = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((width, deep))
    return flipped.filter(ImageFilter.BoxBlur((0, canvas.scale * 0.35)))


def _rippled(canvas: Canvas, mirror: Image.Image, calm: float) -> Image.Image:
    """Push each row of the mirror sideways, more the nearer it is."""
    result = mirror.copy()
    width, height = mirror.size
    phase = canvas.rng.uniform(0, 6)
    strength = (1.15 - calm) * 2.6 * canvas.scale
    for row in range(height):
        near = row / height
        wave = 34.0 / (0.12 + near)
        shift = strength * (0.12 + near) * (sin(wave + phase) + 0.6 * sin(wave * 2.7 + row * 0.4))
        line = mirror.crop((0, row, width, row + 1))
        offset = round(shift)
        result.paste(line, (offset, row))
    return result


def _waves(canvas: Canvas, light: Light, shore: float, calm: float, deep: Colour) -> None:
    rng = canvas.rng
    count = round(90 + 190 * (1 - calm))
    for colour, opacity in ((deep, 0.42), (light.horizon, 0.32), (light.sky[1], 0.34)):
        dashes = []
        for _ in range(count):
            near = rng.random() ** 1.5
            y = shore + 0.6 + near * (100 - shore)
            length = (0.8 + 9 * near) * rng.uniform(0.4, 1.3)
            dashes.append(dash(rng.uniform(-5, 155), y, length, 0.06 + 0.42 * near * (1.3 - calm)))
        canvas.lay(dashes, colour, opacity=opacity)


def dash(x: float, y: float, length: float, thick: float) -> paths.Path:
    """Draw one flat lens of light on water."""
    half = length / 2
    return [(x - half, y), (x - half * 0.2, y - thick), (x + half, y), (x + half * 0.1, y + thick)]


def glitter(canvas: Canvas, x: float, shore: float, colour: Colour, *, width: float, bottom: float = 100) -> None:
    """Scatter a path of light on the water below x."""
    rng = canvas.rng
    for opacity, spread, count in ((0.3, 1.0, 110), (0.65, 0.5, 90)):
        dashes = []
        for _ in range(count):
            near = rng.random() ** 1.25
            y = shore + 0.3 + near * (bottom - shore)
            reach = width * spread * (0.25 + near)
            length = (0.6 + 3.5 * near) * rng.uniform(0.4, 1.4)
            dashes.append(dash(x + rng.gauss(0, reach * 0.45), y, length, 0.08 + 0.22 * near))
        canvas.lay(dashes, colour, opacity=opacity)


def lamp_trail(canvas: Canvas, x: float, shore: float, colour: Colour, length: float) -> None:
    """Drag one lamp's reflection down over the water."""
    rng = canvas.rng
    dashes = []
    for i in range(14):
        way = i / 14
        y = shore + 0.4 + way * length
        dashes.append(dash(x + rng.uniform(-0.5, 0.5) * way, y, 1.6 - way * 0.6, 0.24))
    canvas.lay(dashes, colour, opacity=0.5, blur=0.08)
