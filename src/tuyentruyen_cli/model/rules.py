"""Every rule by its slug, its severity, and which decisions close it. What it says stands in ``texts``, under the same slug."""

from msgspec import Struct

from tuyentruyen_cli.model.decision import DecisionKind
from tuyentruyen_cli.model.finding import Severity

_ERRORS = (
    # a cell
    "fraction-in-count",
    "date-in-number",
    "malformed-number",
    "ambiguous-number",
    "range",
    "rate-not-total",
    "not-a-number",
    "percent",
    "fraction-of",
    "negative",
    "error-cell",
    "uncached-formula",
    "ambiguous-duration",
    "clock-range",
    "counting-word",
    "out-of-bounds",
    # a column, a row, a table
    "basis-unclear",
    "split-mismatch",
    "total-mismatch",
    "subtotal-mismatch",
    "total-without-rows",
    "unlabelled-row",
    "row-unclear",
    "hidden-figures",
    "value-under-merge",
    "readings-differ",
    "no-table",
    "two-tables",
    # identity
    "unit-conflict",
    "unit-unknown",
    "wrong-period",
    "wrong-form",
    # a file
    "unreadable-file",
    "encrypted-file",
    "unsupported-file",
    "unsafe-file",
    "tracked-changes",
    "hidden-text",
    "unknown-content",
    "which-is-final",
)
_WARNINGS = (
    "foreign-thousands",
    "measure-assumed",
    "approximate",
    "not-stated",
    "total-unchecked",
    "hidden-sheet",
    "unread-table",
    "unknown-channel",
    "unknown-topic",
    "unit-near-miss",  # an error where no other evidence names the unit
    "old-form",
    "consolidation",
    "newer-version",
    "same-as-last-week",
    "items-without-duration",
    "duration-without-items",
    "fewer-broadcasts-than-items",
    "minutes-per-item",
    "listeners-over-population",
    "repeated-row",
    "far-from-own-past",
    "scale-slip",
    "cumulative-mismatch",
    "office-rule",  # or a note, as the office says
    "bad-receipt",
    "stale-decision",
    "answer-not-applied",
)
_NOTES = (
    "scaled",
    "computed",
    "converted",
    "legacy-font",
    "set-aside-file",
    "same-bytes",
    "text-cleaned",
    "extra-column",
    "other-week",
    "few-weeks",
)

RULES: dict[str, Severity] = {
    **dict.fromkeys(_ERRORS, Severity.ERROR),
    **dict.fromkeys(_WARNINGS, Severity.WARNING),
    **dict.fromkeys(_NOTES, Severity.NOTE),
}


class Closing(Struct, frozen=True, array_like=True, gc=False):
    """A decision that closes a finding, and its effect: the id of a text in ``texts.catalogue`` after ``effect-``."""

    kind: DecisionKind
    effect: str


_CELL = Closing(DecisionKind.CORRECT, "cell")
_FIGURE = Closing(DecisionKind.ENTER, "figure")
_ROWS = Closing(DecisionKind.CHOOSE, "rows")
_TOTAL = Closing(DecisionKind.CHOOSE, "total")
_AS_READ = Closing(DecisionKind.CHOOSE, "as-read")
_VERSION = Closing(DecisionKind.CHOOSE, "version")
_PARTS = Closing(DecisionKind.COMBINE, "parts")
_UNIT = Closing(DecisionKind.ASSIGN, "unit")
_WEEK = Closing(DecisionKind.ASSIGN, "week")
_UNUSED = Closing(DecisionKind.EXCLUDE, "unused")
_ACCEPTED = Closing(DecisionKind.WAIVE, "accepted")
_NAME_ACCEPTED = Closing(DecisionKind.WAIVE, "accepted-name")

_UNREAD = (
    *("unreadable-file", "encrypted-file", "unsupported-file", "unsafe-file"),
    *("no-table", "two-tables"),
)
_UNLIKELY = (
    *("items-without-duration", "duration-without-items", "fewer-broadcasts-than-items", "minutes-per-item"),
    *("listeners-over-population", "far-from-own-past", "scale-slip"),
)
OF_A_CELL = (
    *("fraction-in-count", "date-in-number", "malformed-number", "ambiguous-number", "range", "not-a-number", "percent"),
    *("fraction-of", "negative", "error-cell", "uncached-formula", "ambiguous-duration", "clock-range", "counting-word"),
    *("rate-not-total", "out-of-bounds", "readings-differ", "tracked-changes", "hidden-text", "unknown-content"),
)
"""Errors of one cell, whose number a person can give."""

CLOSED_BY: dict[str, tuple[Closing, ...]] = {
    **dict.fromkeys(OF_A_CELL, (_CELL, _FIGURE)),
    **dict.fromkeys(("split-mismatch", "total-mismatch", "subtotal-mismatch"), (_ROWS, _TOTAL, _FIGURE)),
    "total-without-rows": (_TOTAL, _FIGURE),
    **dict.fromkeys(("hidden-figures", "value-under-merge", "unlabelled-row", "row-unclear"), (_AS_READ, _FIGURE)),
    "basis-unclear": (_FIGURE,),
    **dict.fromkeys((*_UNREAD, "wrong-form"), (_FIGURE, _UNUSED)),
    **dict.fromkeys(("unit-conflict", "unit-unknown"), (_UNIT, _UNUSED)),
    "unit-near-miss": (_UNIT, _UNUSED, _NAME_ACCEPTED),
    "wrong-period": (_WEEK, _UNUSED, _FIGURE),
    "which-is-final": (_VERSION, _PARTS),
    **dict.fromkeys(("foreign-thousands", "measure-assumed", "approximate", "not-stated"), (_CELL, _FIGURE, _ACCEPTED)),
    **dict.fromkeys(_UNLIKELY, (_CELL, _FIGURE, _ACCEPTED)),
    **dict.fromkeys(
        ("total-unchecked", "hidden-sheet", "unread-table", "repeated-row", "office-rule", "cumulative-mismatch"),
        (_FIGURE, _ACCEPTED),
    ),
    **dict.fromkeys(
        ("unknown-channel", "unknown-topic", "old-form", "bad-receipt", "stale-decision", "answer-not-applied"), (_ACCEPTED,)
    ),
    **dict.fromkeys(("consolidation", "newer-version", "same-as-last-week"), (_UNUSED, _FIGURE, _ACCEPTED)),
}
"""What closes each rule. An error is never waived; a note asks nothing and needs nothing."""
