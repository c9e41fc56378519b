"""Rows of text as columns that stand under each other; without a library, because a short answer should be quick."""

from collections.abc import Iterator, Sequence

GAP = "   "


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1) -> Iterator[str]:
    """The head, a rule and the rows. The first ``left`` columns are flush left, the others flush right."""
    table = [head, *rows]
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    for number, row in enumerate(table):
        yield GAP.join(_cell(text, widths[i], i < left) for i, text in enumerate(row)).rstrip()
        if number == 0:
            yield "─" * (sum(widths) + len(GAP) * (len(head) - 1))


def _cell(text: str, width: int, flush_left: bool) -> str:
    return text.ljust(width) if flush_left else text.rjust(width)
