"""The canvas: shapes, gradients, glows and haze, laid over one another like screen-print inks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, cos, floor, sin, tau
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from newsroom.demo.pictures import texture
from newsroom.demo.pictures.light import Colour, mix
from newsroom.demo.pictures.paths import HEIGHT, Outline, rect

OVERSAMPLE = 2
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Fade:
    """A gradient from top to bottom of whatever it fills."""

    colours: tuple[Colour, ...]

    @classmethod
    def of(cls, *colours: Colour) -> Fade:
        return cls(colours)

    def at(self, way: float) -> Colour:
        """Tell the colour part of the way down, 0 to 1."""
        place = min(0.9999, max(0.0, way)) * (len(self.colours) - 1)
        return mix(self.colours[int(place)], self.colours[int(place) + 1], place % 1)

    def image(self, size: tuple[int, int]) -> Image.Image:
        strip = Image.new("RGB", (1, 96))
        strip.putdata([self.at(i / 95) for i in range(96)])
        return strip.resize(size, Image.Resampling.BILINEAR)


Fill = Colour | Fade


@dataclass(frozen=True)
class Stencil:
    """Where a shape was laid, so that light and shadow can be rubbed into it."""

    box: Box
    mask: Image.Image


class Canvas:
    """A picture in the making; every length is in field units (150 by 100)."""

    def __init__(self, rng: Random, width_px: int, *, field: tuple[float, float]) -> None:
        self.rng = rng
        self.scale = width_px / field[0]
        self.image = Image.new("RGB", (width_px, round(field[1] * self.scale)))
        self.field = field
        # Its own dice: how many pixels there are must not change what is drawn on them.
        self.paper = texture.tooth(Random(rng.random()), self.image.size)

    # Shapes

    def lay(
        self,
        paths: Iterable[Outline],
        fill: Fill,
        *,
        cut: Iterable[Outline] = (),
        opacity: float = 1.0,
        blur: float = 0.0,
    ) -> Stencil | None:
        """Print the paths in one ink; what is in `cut` stays open. None when nothing shows."""
        stencil = self.stencil(paths, cut=cut, blur=blur)
        if stencil:
            self.fill(stencil, fill, opacity=opacity)
        return stencil

    def stencil(self, paths: Iterable[Outline], *, cut: Iterable[Outline] = (), blur: float = 0.0) -> Stencil | None:
        """Cut a shape without printing it."""
        paths = [path for path in paths if len(path) > 2]
        box = self._box(paths, margin=blur * 3)
        if box is None:
            return None
        mask = self._mask(paths, list(cut), box)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * self.scale))
        return Stencil(box, mask)

    def fill(self, stencil: Stencil, fill: Fill, *, opacity: float = 1.0) -> None:
        mask = _dimmed(stencil.mask, opacity)
        if isinstance(fill, Fade):
            self.image.paste(fill.image(mask.size), stencil.box[:2], mask)
        else:
            self.image.paste(fill, stencil.box, mask)

    def shade(
        self,
        stencil: Stencil | None,
        colour: Colour,
        *,
        side: float,
        strength: float = 0.7,
        reach: float = 1.0,
        grit: float = 0.6,
    ) -> None:
        """Rub grainy colour into one side of a shape: side in turns (0 right, 0.25 below)."""
        if stencil is None:
            return
        slope = _slope(side, reach).resize(stencil.mask.size, Image.Resampling.BILINEAR)
        grain = texture.stipple(slope, self.paper.crop(stencil.box), grit=grit)
        mask = _dimmed(ImageChops.multiply(stencil.mask, grain), strength)
        self.image.paste(colour, stencil.box, mask)

    def _box(self, paths: Sequence[Outline], *, margin: float) -> Box | None:
        if not paths:
            return None
        xs = [x for path in paths for x, _ in path]
        ys = [y for path in paths for _, y in path]
        width, height = self.image.size
        left = max(0, floor((min(xs) - margin) * self.scale))
        top = max(0, floor((min(ys) - margin) * self.scale))
        right = min(width, ceil((max(xs) + margin) * self.scale))
        bottom = min(height, ceil((max(ys) + margin) * self.scale))
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _mask(self, paths: Sequence[Outline], cut: Sequence[Outline], box: Box) -> Image.Image:
        factor = self.scale * OVERSAMPLE
        left, top = box[0] * OVERSAMPLE, box[1] * OVERSAMPLE
        size = ((box[2] - box[0]) * OVERSAMPLE, (box[3] - box[1]) * OVERSAMPLE)
        mask = Image.new("L", size)
        pen = ImageDraw.Draw(mask)
        for group, value in ((paths, 255), (cut, 0)):
            for path in group:
                pen.polygon([(x * factor - left, y * factor - top) for x, y in path], fill=value)
        return mask.reduce(OVERSAMPLE)

    # Air and light

    def wash(self, colours: Sequence[Colour], top: float = 0.0, bottom: float = HEIGHT) -> None:
        """Cover a band of the field with a vertical gradient."""
        self.lay([rect(-1, top, self.field[0] + 2, bottom - top)], Fade(tuple(colours)))

    def haze(self, colour: Colour, top: float, bottom: float, strength: float) -> None:
        """Let mist rise: nothing at `top`, full strength at `bottom`, nothing again soon below."""
        height = max(2, round((bottom - top) * 1.5 * self.scale))
        curve = [(i / 42) ** 2 * 255 if i < 43 else 255 * (1 - (i - 42) / 21) ** 2 for i in range(64)]
        strip = Image.new("L", (1, 64))
        strip.putdata([round(value * strength) for value in curve])
        mask = strip.resize((self.image.width, height), Image.Resampling.BILINEAR)
        y = round(top * self.scale)
        self.image.paste(colour, (0, y, self.image.width, y + height), mask)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """Add light round a point, strongest in the middle (screen blending)."""
        side = max(2, round(2 * radius * self.scale))
        left, top = round((x - radius) * self.scale), round((y - radius) * self.scale)
        whole = (left, top, left + side, top + side)
        box = (
            max(0, left),
            max(0, top),
            min(self.image.width, whole[2]),
            min(self.image.height, whole[3]),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            return
        unit = 128 / side
        part = (
            (box[0] - left) * unit,
            (box[1] - top) * unit,
            (box[2] - left) * unit,
            (box[3] - top) * unit,
        )
        size = (box[2] - box[0], box[3] - box[1])
        ball = _BALL.resize(size, Image.Resampling.BILINEAR, box=part)
        light = Image.merge("RGB", [_dimmed(ball, value / 255 * strength) for value in colour])
        self.image.paste(ImageChops.screen(self.image.crop(box), light), box)

    def cloud(self, mask: Image.Image, colour: Fill, *, opacity: float = 1.0, top: float = 0.0) -> None:
        """Print a low-resolution grey mask across the whole width, from `top` down."""
        ratio = self.image.width / mask.width
        size = (self.image.width, round(mask.height * ratio))
        big = _dimmed(mask, opacity).resize(size, Image.Resampling.BICUBIC)
        y = round(top * self.scale)
        if isinstance(colour, Fade):
            self.image.paste(colour.image(size), (0, y), big)
        else:
            self.image.paste(colour, (0, y, size[0], y + size[1]), big)

    def vignette(self, colour: Colour, strength: float = 0.35) -> None:
        """Darken the corners a little, as a lens does."""
        edge = texture.contrast(Image.radial_gradient("L"), 110, 330)
        mask = _dimmed(edge.resize(self.image.size, Image.Resampling.BILINEAR), strength)
        self.image.paste(colour, (0, 0, *self.image.size), mask)


def _dimmed(mask: Image.Image, amount: float) -> Image.Image:
    if amount >= 1.0:
        return mask
    return mask.point([round(value * amount) for value in range(256)])


@lru_cache(maxsize=256)
def _slope(side: float, reach: float) -> Image.Image:
    """Draw a small gradient that is white on one side and black by `reach` of the way across."""
    dx, dy = cos(side * tau), sin(side * tau)
    values = []
    for row in range(24):
        for column in range(24):
            way = 0.5 + ((column - 11.5) * dx + (row - 11.5) * dy) / 24
            values.append(round(255 * min(1.0, max(0.0, 1 - (1 - way) / reach))))
    slope = Image.new("L", (24, 24))
    slope.putdata(values)
    return slope


def _ball() -> Image.Image:
    """Draw a soft round light, 128 pixels across, that has died away before its edge."""
    falloff = [255 * max(0.0, 1 - value / 250) ** 2.6 for value in range(256)]
    peak = falloff[0]
    return (
        Image.radial_gradient("L")
        .point([round(value / peak * 255) for value in falloff])
        .resize((128, 128), Image.Resampling.BILINEAR)
    )


_BALL = _ball()
