"""What many cells say alike, held once: a nation's week has a million cells, of few files, sheets, measures and categories."""

from collections.abc import Iterable
from functools import cache, lru_cache
from sys import intern

from msgspec.structs import force_setattr

from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.submission import Submission


def hold_once(submissions: Iterable[Submission]) -> None:
    """Let equal texts and categories of these submissions, and of all before them, be one object each. Nothing else changes."""
    for submission in submissions:
        for record in submission.records:
            _share(record.location)
            force_setattr(record, "dimensions", _categories(record.dimensions))
            force_setattr(record, "measures", _measures(record.measures))
            for value in record.stated:
                force_setattr(value, "raw", intern(value.raw))
                force_setattr(value, "value", _number(value.value))
                _share(value.source)
                for place in value.others:
                    _share(place)


def _share(place: Location) -> None:
    force_setattr(place, "file", intern(place.file))
    force_setattr(place, "part", intern(place.part))


@lru_cache(maxsize=1 << 16)
def _number(number: int | None) -> int | None:
    return number


@cache
def _measures(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(intern, ids))


@cache
def _categories(dimensions: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return dimensions
