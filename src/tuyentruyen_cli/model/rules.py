"""Every rule by its slug, with its severity. What it says stands in ``texts``: the slug is the same."""

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
    "hidden-figures",
    "value-under-merge",
    "readings-differ",
    "no-table",
    "two-tables",
    # identity
    "unit-conflict",
    "unit-unknown",
    "wrong-period",
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
    "consolidation",
    "newer-version",
    "same-as-last-week",
    "bad-receipt",
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
)

RULES: dict[str, Severity] = {
    **dict.fromkeys(_ERRORS, Severity.ERROR),
    **dict.fromkeys(_WARNINGS, Severity.WARNING),
    **dict.fromkeys(_NOTES, Severity.NOTE),
}
