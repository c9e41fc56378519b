"""What to do about what a rule found; the same slugs as ``rules``."""

from tuyentruyen_cli.texts.hints import cells, figures, files, tables

MESSAGES: dict[str, tuple[str, str]] = {**cells.MESSAGES, **tables.MESSAGES, **files.MESSAGES, **figures.MESSAGES}
