"""Colour arithmetic and the hours of the day: which sky, haze and shadow belong together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

Colour = tuple[int, int, int]


def ink(code: str) -> Colour:
    """Read "#rrggbb" or "rrggbb"."""
    code = code.lstrip("#")
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(first: Colour, second: Colour, amount: float) -> Colour:
    """Go from the first colour (amount 0) to the second (amount 1); clamps outside that."""
    amount = min(1.0, max(0.0, amount))
    r, g, b = (round(a + (z - a) * amount) for a, z in zip(first, second, strict=True))
    return r, g, b


def times(first: Colour, second: Colour) -> Colour:
    """Multiply as light through a filter: white leaves the other colour as it is."""
    r, g, b = (a * z // 255 for a, z in zip(first, second, strict=True))
    return r, g, b


def jitter(rng: Random, colour: Colour, spread: int = 10) -> Colour:
    """Move each channel by up to `spread`."""
    r, g, b = (min(255, max(0, value + rng.randint(-spread, spread))) for value in colour)
    return r, g, b


WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)


@dataclass(frozen=True)
class Light:
    """One hour's light: sky from zenith to horizon, and what it does to things near and far."""

    name: str
    sky: tuple[Colour, ...]
    sun: Colour
    glow: Colour
    far: Colour
    near: Colour
    lit: Colour
    shade: Colour
    ambient: Colour
    height: float
    lamps: bool = False

    @property
    def horizon(self) -> Colour:
        return self.sky[-1]

    def depth(self, nearness: float) -> Colour:
        """Give the silhouette colour at a distance: 0 in the haze, 1 in front of the lens."""
        return mix(mix(self.far, self.horizon, 0.35), self.near, nearness)

    def on(self, colour: Colour, nearness: float = 1.0) -> Colour:
        """Show a thing's own colour in this light, paling into the haze as it recedes."""
        return mix(self.depth(0.1), times(colour, self.ambient), nearness)


def _light(name: str, codes: str, *, height: float, lamps: bool = False) -> Light:
    """Build a light from eleven colours: four of sky, sun, glow, far, near, lit, shade, ambient."""
    inks = [ink(code) for code in codes.split()]
    sun, glow, far, near, lit, shade, ambient = inks[4:]
    return Light(name, tuple(inks[:4]), sun, glow, far, near, lit, shade, ambient, height, lamps=lamps)


LIGHTS: dict[str, Light] = {
    light.name: light
    for light in (
        _light(
            "dawn",
            "3a4a7c 8a7fae eaa99f fde0b4 fff1d0 ffb98a b59ab0 2b2547 ffd3b8 8f7ea6 d9bfc4",
            height=5,
        ),
        _light(
            "morning",
            "4f8cc0 93c0dc d9eae6 fdf0d2 fffbe8 ffe9b8 a3bfca 24424f fffaf0 b3c6d2 f2efe6",
            height=26,
        ),
        _light(
            "noon",
            "2c73b4 68a6d4 b3d8e8 e6f1ea ffffff fff6d8 8fb1c6 1d4143 ffffff a9c2d4 ffffff",
            height=44,
        ),
        _light(
            "golden",
            "4d76a8 b0b0b4 f3c183 ffe2a0 fff3c4 ffb65c cda280 3b2632 ffe0a8 b08a84 f6d2a6",
            height=11,
        ),
        _light(
            "dusk",
            "1c2452 5d417c cc5c6d f9a765 ffe0a4 ff7d54 85567c 1b1531 ff9a7c 503c70 9c7f9c",
            height=3,
        ),
        _light(
            "blue",
            "0d1d42 20406f 527299 c2aaa4 fff2d8 f0a878 47628c 0a1329 8c93ae 1f3560 54689a",
            height=30,
            lamps=True,
        ),
        _light(
            "night",
            "060b1f 0d1a39 1b3058 3f5273 f4f1e0 9db2d8 26395d 050915 4b5f86 0d1833 37456e",
            height=46,
            lamps=True,
        ),
        _light(
            "overcast",
            "76869a a0adb8 c6ccce e2ddd2 f4f2ea e8e4da 98a6b0 2b373f eef0ee 8795a3 d4d8da",
            height=40,
        ),
        _light(
            "storm",
            "1b222d 343f4b 5c696e b3ae90 f2ecc8 c9c290 5a686e 11181d 8e979a 1d252e 8b9696",
            height=34,
        ),
    )
}


def choose(rng: Random, *names: str) -> Light:
    """Pick one of the named hours and tint its air a little, so no two days are the same."""
    light = LIGHTS[rng.choice(names)]
    tint = ink(rng.choice(("f2a65e", "e58fa0", "8fb7e0", "b9a4dc", "9fd0c0", "f4dc9a")))
    amount = rng.uniform(0.0, 0.13) * (0.45 if light.lamps else 1.0)
    return replace(
        light,
        sky=tuple(mix(colour, tint, amount) for colour in light.sky),
        far=mix(light.far, tint, amount * 0.8),
        shade=mix(light.shade, tint, amount),
    )
