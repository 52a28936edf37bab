"""People as silhouettes: standing, walking, seated, seen from behind, with arms up."""

from __future__ import annotations

from random import Random

from newsroom.demo.pictures import paths
from newsroom.demo.pictures.paths import Path


def standing(rng: Random, x: float, y: float, height: float, *, stride: float = 0.0) -> list[Path]:
    """Draw a person with feet on y; stride 0 stands still, 1 walks briskly."""
    long = rng.random() < 0.5
    wide = rng.uniform(0.85, 1.05)
    hem = 0.4 if long else 0.5
    step = 0.085 * stride * rng.uniform(0.7, 1.15)
    body = paths.smooth(
        [
            (-0.035, -0.86), (-0.1 * wide, -0.825), (-0.118 * wide, -0.74), (-0.095 * wide, -0.6),
            (-0.1 * wide, hem - 1), (0.0, hem - 0.985), (0.1 * wide, hem - 1),
            (0.095 * wide, -0.6), (0.118 * wide, -0.74), (0.1 * wide, -0.825), (0.035, -0.86),
        ],
        steps=4,
    )  # fmt: skip
    parts = [body, paths.oval(0, -0.928, 0.05, 0.066), paths.rect(-0.026, -0.89, 0.052, 0.06)]
    if rng.random() < 0.4:
        parts.append(paths.oval(0, -0.945, 0.06, 0.058))
    for side in (-1, 1):
        foot = side * (0.035 + step)
        bend = 0.02 if side > 0 else -0.005
        leg = [
            (side * 0.04, -0.62),
            (side * (0.038 + step * 0.45) + bend * stride, -0.28),
            (foot, -0.015),
        ]
        parts.append(paths.line(leg, lambda way: 0.088 - 0.042 * way))
        parts.append(paths.oval(foot + 0.018, -0.012, 0.042, 0.016))
        swing = side * step * -0.5
        arm = [
            (side * 0.1 * wide, -0.8),
            (side * 0.122 * wide + swing * 0.4, -0.64),
            (side * 0.115 + swing, -0.47),
        ]
        parts.append(paths.line(arm, lambda way: 0.056 - 0.018 * way))
    if rng.random() < 0.3:
        parts.append(paths.rect(0.08, -0.47, 0.09, 0.12))
    return paths.scaled(parts, x, y, height, flip=rng.random() < 0.5)


def bust(rng: Random, x: float, y: float, size: float) -> list[Path]:
    """Draw head and shoulders from behind; y is where the shoulders leave the picture."""
    wide = rng.uniform(0.9, 1.15)
    shoulders = paths.smooth(
        [
            (-0.6 * wide, 0.6), (-0.55 * wide, -0.02), (-0.4 * wide, -0.2), (-0.14, -0.29),
            (0.14, -0.29), (0.4 * wide, -0.2), (0.55 * wide, -0.02), (0.6 * wide, 0.6),
        ]
    )  # fmt: skip
    parts = [shoulders, paths.rect(-0.11, -0.42, 0.22, 0.2), paths.oval(0, -0.55, 0.185, 0.235)]
    style = rng.random()
    if style < 0.3:
        parts.append(paths.smooth([(-0.22, -0.6), (0, -0.83), (0.22, -0.6), (0.24, -0.28), (-0.24, -0.28)]))
    elif style < 0.45:
        parts.append(paths.disc(0.02, -0.83, 0.09))
    elif style < 0.6:
        parts.append(paths.oval(0, -0.64, 0.22, 0.19))
    elif style < 0.7:
        parts += [paths.oval(0, -0.68, 0.2, 0.14), paths.oval(0, -0.6, 0.26, 0.04)]
    return paths.scaled(parts, x, y, size, flip=rng.random() < 0.5)


def raised_arms(rng: Random, x: float, y: float, size: float) -> list[Path]:
    """Draw arms held up beside a bust at the same place."""
    arms = []
    for side in (-1, 1):
        if rng.random() < 0.72:
            lean, tall = rng.uniform(0.25, 0.75), rng.uniform(0.95, 1.35)
            joints = [(side * 0.45, 0.0), (side * (0.5 + lean * 0.4), -0.5), (side * lean, -tall)]
            arms.append(paths.line(paths.smooth(joints, closed=False), lambda way: 0.17 - 0.07 * way))
            arms.append(paths.oval(side * lean, -tall - 0.04, 0.07, 0.1))
    return paths.scaled(arms, x, y, size)


def seated(rng: Random, x: float, y: float, size: float, *, flip: bool = False) -> list[Path]:
    """Draw a person sitting in profile, facing right; y is the floor, size a standing height."""
    lean = rng.uniform(-0.02, 0.05)
    torso = paths.smooth(
        [
            (-0.1, -0.3),
            (-0.13, -0.5),
            (-0.06 + lean, -0.68),
            (0.05 + lean, -0.66),
            (0.1, -0.45),
            (0.1, -0.27),
        ]
    )
    parts = [
        torso,
        paths.oval(0.04 + lean, -0.77, 0.06, 0.078),
        paths.rect(-0.02 + lean, -0.73, 0.07, 0.08),
        paths.line([(0, -0.31), (0.27, -0.31), (0.27, -0.02), (0.33, -0.02)], 0.09),
        paths.line([(0.01 + lean, -0.6), (0.1, -0.44), (0.27, -0.43)], 0.06),
    ]
    if rng.random() < 0.5:
        parts.append(paths.oval(0.02 + lean, -0.79, 0.078, 0.075))
    return paths.scaled(parts, x, y, size, flip=flip)
