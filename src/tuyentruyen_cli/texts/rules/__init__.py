"""What each rule found, by its slug (``slug.reason`` where a reason has words of its own). What to do stands in ``hints``."""

from tuyentruyen_cli.texts.rules import cells, figures, files, tables

MESSAGES: dict[str, tuple[str, str]] = {**cells.MESSAGES, **tables.MESSAGES, **files.MESSAGES, **figures.MESSAGES}
