"""Why what a rule found matters; the same slugs as ``rules``."""

from tuyentruyen_cli.texts.why import cells, figures, files, tables

MESSAGES: dict[str, tuple[str, str]] = {**cells.MESSAGES, **tables.MESSAGES, **files.MESSAGES, **figures.MESSAGES}
