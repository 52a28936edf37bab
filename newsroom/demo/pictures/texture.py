"""Noise: grain for paper, fractal for clouds and smoke. Every speck comes from the given Random."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageChops, ImageFilter, ImageOps


def noise(rng: Random, size: tuple[int, int]) -> Image.Image:
    """Make an even grey noise, 0 to 255; Pillow's own effect_noise cannot be seeded."""
    return Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))


def fractal(rng: Random, size: tuple[int, int], *, coarse: tuple[int, int] = (6, 4), octaves: int = 5) -> Image.Image:
    """Make a cloudy noise; coarse is how many lumps across and down it begins with."""
    total = Image.new("L", size, 128)
    weight, weights = 1.0, 0.0
    for octave in range(octaves):
        grid = noise(rng, (coarse[0] << octave, coarse[1] << octave))
        weights += weight
        total = Image.blend(total, grid.resize(size, Image.Resampling.BICUBIC), weight / weights)
        weight *= 0.52
    return ImageOps.autocontrast(total, cutoff=1)


def contrast(image: Image.Image, low: float, high: float) -> Image.Image:
    """Stretch the greys between low and high (0 to 255) to black and white, softly."""

    def curve(value: int) -> int:
        t = min(1.0, max(0.0, (value - low) / (high - low)))
        return round(255 * t * t * (3 - 2 * t))

    return image.point([curve(value) for value in range(256)])


def tooth(rng: Random, size: tuple[int, int]) -> Image.Image:
    """Make the roughness of a sheet of paper, which catches crayon in some places only."""
    return contrast(noise(rng, size).filter(ImageFilter.GaussianBlur(0.7)), 60, 196)


def stipple(gradient: Image.Image, paper: Image.Image, *, grit: float = 0.55) -> Image.Image:
    """Break a grey gradient into grain on the paper's tooth; grit 0 leaves it smooth."""
    rough = ImageChops.add(gradient, paper, scale=1, offset=-128)
    return Image.blend(gradient, ImageChops.darker(rough, gradient.point(_lifted)), grit)


_lifted = [min(255, round(value * 1.9)) for value in range(256)]


def grained(rng: Random, image: Image.Image, *, amount: float = 0.16) -> Image.Image:
    """Lay paper grain over a picture: a fine speck and a broad, faint unevenness of ink."""
    fine = noise(rng, image.size).filter(ImageFilter.GaussianBlur(0.6))
    broad = fractal(rng, (90, 60), coarse=(12, 8), octaves=3).resize(image.size)
    paper = Image.blend(fine, broad, 0.22)
    grey = Image.blend(Image.new("L", image.size, 128), paper, amount * 2.4)
    return ImageChops.overlay(image, Image.merge("RGB", (grey, grey, grey)))


def faded(image: Image.Image, rows: list[float]) -> Image.Image:
    """Multiply each row of a grey picture by 0 to 255."""
    strip = Image.new("L", (1, len(rows)))
    strip.putdata([round(value) for value in rows])
    return ImageChops.multiply(image, strip.resize(image.size, Image.Resampling.BILINEAR))
