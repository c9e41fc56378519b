"""For each rule what was sent (``wrong.slug``) and what should have been (``right.slug``). For a note the right one is only clearer."""

from tuyentruyen_cli.texts.examples import cells, figures, files, tables

_EXAMPLES = {**cells.EXAMPLES, **tables.EXAMPLES, **files.EXAMPLES, **figures.EXAMPLES}
MESSAGES: dict[str, tuple[str, str]] = {
    **{f"wrong.{slug}": wrong for slug, (wrong, _) in _EXAMPLES.items()},
    **{f"right.{slug}": right for slug, (_, right) in _EXAMPLES.items()},
}
