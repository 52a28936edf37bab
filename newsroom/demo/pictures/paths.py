"""Outlines as lists of points, in a field 150 wide and 100 high, y downwards. Draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import cos, hypot, pi, sin
from random import Random

Point = tuple[float, float]
Path = list[Point]
Outline = Sequence[Point]

WIDTH = 150.0
HEIGHT = 100.0


def rect(x: float, y: float, width: float, height: float) -> Path:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def oval(x: float, y: float, rx: float, ry: float, *, turn: float = 0.0) -> Path:
    """Draw an ellipse round (x, y); turn is in radians, clockwise on screen."""
    steps = 40 if max(rx, ry) > 4 else 24 if max(rx, ry) > 1 else 12
    points = [(rx * cos(2 * pi * i / steps), ry * sin(2 * pi * i / steps)) for i in range(steps)]
    return [(x + a * cos(turn) - b * sin(turn), y + a * sin(turn) + b * cos(turn)) for a, b in points]


def disc(x: float, y: float, radius: float) -> Path:
    return oval(x, y, radius, radius)


def arc(x: float, y: float, rx: float, ry: float, start: float, end: float) -> Path:
    """Follow an ellipse from start to end, in turns (0 is right, 0.25 is down)."""
    steps = 28
    angles = [2 * pi * (start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(x + rx * cos(a), y + ry * sin(a)) for a in angles]


def arch(x: float, y: float, width: float, height: float) -> Path:
    """Stand a round-headed opening on the base line y, left edge at x."""
    radius = width / 2
    crown = y - height + radius
    return [(x, y), *arc(x + radius, crown, radius, radius, 0.5, 1.0), (x + width, y)]


def line(points: Iterable[Point], width: float | Callable[[float], float]) -> Path:
    """Give a line thickness; width may be a function of the way along, 0 to 1."""
    points = list(points)
    left: Path = []
    right: Path = []
    for i, (x, y) in enumerate(points):
        before, after = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy) or 1.0
        half = (width(i / (len(points) - 1)) if callable(width) else width) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left + right[::-1]


def taper(start: float, end: float) -> Callable[[float], float]:
    """Give a width for `line` that goes evenly from start to end."""
    return lambda way: start + (end - start) * way


def smooth(points: Outline, *, closed: bool = True, steps: int = 8) -> Path:
    """Run a Catmull-Rom curve through every point."""
    count = len(points)
    result: Path = []
    for i in range(count if closed else count - 1):
        if closed:
            a, b, c, d = (points[(i + j) % count] for j in (-1, 0, 1, 2))
        else:
            a, b, c, d = (points[min(count - 1, max(0, i + j))] for j in (-1, 0, 1, 2))
        result += [_catmull(a, b, c, d, step / steps) for step in range(steps)]
    return result if closed else [*result, points[-1]]


def _catmull(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def along(p: float, q: float, r: float, s: float) -> float:
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t)

    return along(a[0], b[0], c[0], d[0]), along(a[1], b[1], c[1], d[1])


def displaced(rng: Random, *, rough: float, levels: int = 8) -> list[float]:
    """Make 2**levels + 1 heights by midpoint displacement, within about -1 to 1."""
    heights = [rng.uniform(-0.5, 0.5), rng.uniform(-0.5, 0.5)]
    swing = 0.7
    for _ in range(levels):
        heights = [
            value
            for left, right in zip(heights, heights[1:], strict=False)
            for value in (left, (left + right) / 2 + rng.uniform(-swing, swing))
        ] + [heights[-1]]
        swing *= rough
    return heights


def ridge(rng: Random, y: float, height: float, *, rough: float = 0.55, levels: int = 8) -> Path:
    """Run a horizon across the field at about y, as high as `height`; closed at the bottom."""
    heights = displaced(rng, rough=rough, levels=levels)
    step = (WIDTH + 4) / (len(heights) - 1)
    crest = [(-2 + i * step, y - value * height) for i, value in enumerate(heights)]
    return [*crest, (WIDTH + 2, HEIGHT + 2), (-2, HEIGHT + 2)]


def crest_at(path: Path, x: float) -> float:
    """Tell how high a ridge is at x."""
    for (x1, y1), (x2, y2) in zip(path, path[1:], strict=False):
        if x1 <= x <= x2 and x2 > x1:
            return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return path[0][1]


def windows(box: tuple[float, float, float, float], columns: int, rows: int, *, fill: float = 0.6) -> list[Path]:
    """Lay a grid of panes inside (x, y, width, height); fill is the share that is glass."""
    x, y, width, height = box
    dx, dy = width / columns, height / rows
    return [
        rect(
            x + (column + (1 - fill) / 2) * dx,
            y + (row + (1 - fill) / 2) * dy,
            dx * fill,
            dy * fill,
        )
        for row in range(rows)
        for column in range(columns)
    ]


def some(rng: Random, paths: list[Path], share: float) -> list[Path]:
    """Keep about this share of the paths."""
    return [path for path in paths if rng.random() < share]


def moved(paths: list[Path], dx: float, dy: float) -> list[Path]:
    return [[(x + dx, y + dy) for x, y in path] for path in paths]


def scaled(paths: Sequence[Outline], x: float, y: float, scale: float, *, flip: bool = False) -> list[Path]:
    """Place paths drawn round the origin at (x, y); flip mirrors them left to right."""
    across = -scale if flip else scale
    return [[(x + a * across, y + b * scale) for a, b in path] for path in paths]
