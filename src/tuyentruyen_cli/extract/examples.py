"""Tables that show how to fill in the others, and forms left in the file beside what was filled in: never figures."""

from collections.abc import Iterable

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.group import Placed
from tuyentruyen_cli.extract.lexicon import all_words


def apart(placed: Iterable[Placed]) -> tuple[list[Placed], list[Placed]]:
    """The tables, and those that the name of their sheet or the title over them calls an example."""
    tables = list(placed)
    examples = [p for p in tables if _is_example(p)]
    return [p for p in tables if not any(p is e for e in examples)], examples


def _is_example(placed: Placed) -> bool:
    names = (placed.table.grid.sheet.part, *(line.text for line in placed.lines.own))
    return any(words.EXAMPLE_TITLE.fullmatch(all_words(name)) for name in names)
