"""Who sits for a portrait: skin, hair, clothes, glasses, beard, and where the light stands."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from newsroom.demo.pictures.light import Colour, ink, mix

SKINS = (
    "f0c9a8",
    "8a5638",
    "e3b088",
    "5f3a2a",
    "d29a70",
    "f2d3bb",
    "a56c48",
    "734630",
    "dba983",
    "c08458",
    "efc3a4",
    "935f41",
)


HAIRS = (
    "2a1c1a",
    "1a1518",
    "8a5a34",
    "151215",
    "4a3024",
    "c99a58",
    "201a1c",
    "1a1618",
    "a8a29c",
    "33241e",
    "b0603a",
    "d8d4cc",
)


CLOTHES = (
    "2f4858",
    "8a3b3a",
    "3f5f4f",
    "c08a3e",
    "3a3550",
    "a8563c",
    "2b2f38",
    "6a4a6a",
    "55707a",
    "7a7048",
    "d0c4ae",
    "446a8a",
)


BACKDROPS = (
    ("d9b48a", "b06a4a"),
    ("9fc0c4", "4a7888"),
    ("e0c9a0", "a88a58"),
    ("b9a4c0", "5e4a78"),
    ("e6b0a0", "a85a5c"),
    ("a9bfa0", "567858"),
    ("c4ccd4", "6c7c8c"),
    ("f0d090", "c88a40"),
    ("88a0b8", "2f4868"),
    ("d4c8b8", "8c7c6c"),
    ("c88870", "6c3438"),
    ("a8c8b8", "3c6c68"),
)


STYLES = (
    "bob",
    "crop",
    "long",
    "afro",
    "side",
    "bun",
    "fringe",
    "hijab",
    "bald",
    "curls",
    "waves",
    "short",
)


GARMENTS = (
    "collar",
    "crew",
    "lapels",
    "crew",
    "lapels",
    "scarf",
    "collar",
    "crew",
    "lapels",
    "scarf",
    "collar",
    "lapels",
)


GLASSES = (False, True, False, False, True, False, True, False, True, False, False, True)


BEARDS = (None, "stubble", None, "full", None, None, None, None, "full", None, None, "moustache")


@dataclass(frozen=True)
class Sitter:
    """What tells one face from another."""

    skin: Colour
    hair: Colour
    cloth: Colour
    backdrop: tuple[Colour, Colour]
    style: str
    garment: str
    glasses: bool
    beard: str | None
    face: float
    jaw: float
    light: int

    @property
    def toward(self) -> float:
        """The side the light comes from, in turns for Canvas.shade."""
        return 0.93 if self.light > 0 else 0.57

    @property
    def away(self) -> float:
        return 0.43 if self.light > 0 else 0.07

    @property
    def shadow(self) -> Colour:
        return mix(self.skin, ink("3a1630"), 0.42)

    @property
    def lit(self) -> Colour:
        return mix(self.skin, ink("ffe9c8"), 0.38)


def sitter(seed: int, rng: Random) -> Sitter:
    """Cast someone: the twelve combinations go round, and each round moves the colours on."""
    place, turn = seed % 12, seed // 12
    style = STYLES[place]
    return Sitter(
        skin=ink(SKINS[(place + 5 * turn) % 12]),
        hair=ink(HAIRS[(place + 5 * turn) % 12]),
        cloth=ink(CLOTHES[(place + 7 * turn) % 12]),
        backdrop=tuple(map(ink, BACKDROPS[(place + 3 * turn) % 12])),  # type: ignore[arg-type]
        style=style,
        garment=GARMENTS[place],
        glasses=GLASSES[(place + turn) % 12],
        beard=BEARDS[place],
        face=rng.uniform(0.93, 1.07),
        jaw=rng.uniform(0.86, 1.06) + (0.08 if BEARDS[place] else 0.0),
        light=rng.choice((-1, 1)),
    )
