"""A stretch of weeks as it is looked at: what it came to, beside what, and what of it was reported."""

from collections.abc import Mapping

from msgspec import Struct

from tuyentruyen_cli.model.comparison import Comparison, Cumulated, Span
from tuyentruyen_cli.model.issue import Beside
from tuyentruyen_cli.model.schema import Measure


class Outlook(Struct, frozen=True, array_like=True, gc=False):
    """What a comparison answers.

    ``main`` is what was asked for; ``comparisons`` it beside others, the first one first; ``unknown`` the spans it would be
    compared with, had anything of them been remembered; ``to_date`` the longer stretches that it ends. ``issued`` are the
    issued reports of its weeks, and of the longer stretches those that moved. With ``as_issued`` the figures of issued reports
    are used where there are any; ``otherwise`` are the same stretches by the figures that are not used, where they differ.
    ``names`` are the units' names by id.
    """

    main: Cumulated
    measures: tuple[Measure, ...]
    comparisons: tuple[Comparison, ...]
    unknown: tuple[Span, ...]
    to_date: tuple[Cumulated, ...]
    issued: tuple[Beside, ...]
    names: Mapping[str, str]
    as_issued: bool = False
    otherwise: tuple[Cumulated, ...] = ()
