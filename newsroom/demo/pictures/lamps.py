"""Street lamps, lit when the hour calls for it."""

from __future__ import annotations

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.light import Light, mix
from newsroom.demo.pictures.paint import Canvas
from newsroom.demo.pictures.vessels import LAMP


def lamp_post(canvas: Canvas, light: Light, x: float, y: float, tall: float) -> None:
    tone = light.depth(1.0)
    post = [
        paths.line([(x, y), (x, y - tall)], lambda way: tall * (0.028 - 0.012 * way)),
        paths.rect(x - tall * 0.03, y - tall * 0.06, tall * 0.06, tall * 0.06),
    ]
    head = [
        (x - tall * 0.035, y - tall * 1.0),
        (x - tall * 0.05, y - tall * 1.1),
        (x + tall * 0.05, y - tall * 1.1),
        (x + tall * 0.035, y - tall * 1.0),
    ]
    cap = [
        (x - tall * 0.06, y - tall * 1.1),
        (x, y - tall * 1.16),
        (x + tall * 0.06, y - tall * 1.1),
    ]
    canvas.lay([*post, cap], tone)
    canvas.lay(
        [head],
        LAMP if light.lamps or light.name in ("dusk", "storm") else mix(tone, light.lit, 0.5),
    )
    if light.lamps or light.name in ("dusk", "storm"):
        canvas.glow(x, y - tall * 1.05, tall * 0.7, LAMP, 0.65)
        canvas.glow(x, y - tall * 1.05, tall * 0.18, (255, 244, 214), 0.9)
