"""Press pictures for the demo newsroom, drawn by code so that nobody's rights are involved.

A picture depends on its scene, its seed and its size alone, and so can be drawn again anywhere.
"""

from __future__ import annotations

from random import Random

from PIL import Image, ImageOps

from newsroom.demo.pictures import texture
from newsroom.demo.pictures.paint import Canvas
from newsroom.demo.pictures.paths import HEIGHT, WIDTH
from newsroom.demo.pictures.portraits import paint_portrait
from newsroom.demo.pictures.scenes import PAINTERS

SCENES: tuple[str, ...] = tuple(PAINTERS)

# Shapes are drawn at three quarters of the final size: the enlargement softens them like ink.
REDUCTION = 0.75
LEAST_PX = 300


class UnknownSceneError(KeyError):
    """Asked for a scene that nobody has drawn; the message lists the ones there are."""

    def __init__(self, scene: str) -> None:
        super().__init__(f"No scene called {scene!r}. There are: {', '.join(sorted(SCENES))}.")

    def __str__(self) -> str:
        return str(self.args[0])


def draw(scene: str, seed: int, *, size: tuple[int, int] = (1600, 1067)) -> Image.Image:
    """Paint a scene, 3:2 by nature and cropped evenly to any other shape.

    Raises UnknownSceneError, a KeyError, for a scene that is not in SCENES.
    """
    if scene not in PAINTERS:
        raise UnknownSceneError(scene)
    rng = Random(f"{scene}/{seed}")
    width_px = max(size[0], size[1] * WIDTH / HEIGHT)
    canvas = Canvas(rng, max(LEAST_PX, round(width_px * REDUCTION)), field=(WIDTH, HEIGHT))
    PAINTERS[scene](canvas)
    picture = ImageOps.fit(canvas.image, size, Image.Resampling.LANCZOS)
    return texture.grained(rng, picture)


def portrait(seed: int, *, size: tuple[int, int] = (800, 800)) -> Image.Image:
    """Paint a head and shoulders; any twelve seeds in a row look like twelve people."""
    rng = Random(f"portrait/{seed}")
    width_px = round(max(size) * REDUCTION)
    canvas = Canvas(rng, max(LEAST_PX, width_px), field=(HEIGHT, HEIGHT))
    paint_portrait(canvas, seed)
    return texture.grained(rng, ImageOps.fit(canvas.image, size, Image.Resampling.LANCZOS))
