"""Slips of scale: a figure that is usual once a thousands separator, or minutes typed as something else, is undone."""

import math

from tuyentruyen_cli.model.schema import MeasureKind

_TENS = (10, 100, 1000)
_SIXTY = 60


def slip(ratio: float, kind: MeasureKind, near: float) -> int:
    """The factor that a ratio to what is usual comes nearest to: 10, 100, 1000 (60 for durations); negative for a part of it.

    Zero when none is within ``near`` times of it.
    """
    if ratio <= 0:
        return 0
    factors = (*_TENS, _SIXTY) if kind is MeasureKind.DURATION else _TENS
    distance, factor = min((abs(abs(math.log(ratio)) - math.log(f)), f) for f in factors)
    return 0 if distance > math.log(near) else factor if ratio > 1 else -factor


def undone(value: int, factor: int) -> int:
    """The figure without the slip."""
    return round(value / factor) if factor > 0 else value * -factor


def shown(factor: int) -> str:
    """The factor as a person reads it: ``10``, ``1/10``."""
    return str(factor) if factor > 0 else f"1/{-factor}"
