"""Many numbers in few signs: ``0-12 14`` for those from 0 to 12, and 14."""

from collections.abc import Iterable, Iterator


def in_runs(numbers: Iterable[int]) -> str:
    """The numbers, ascending, as runs."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def of_runs(text: str, end: int) -> Iterator[int]:
    """The numbers of such a text, all below ``end``. Raises ValueError for any other text."""
    for run in text.split():
        first, _, last = run.partition("-")
        numbers = range(int(first), int(last or first) + 1)
        if numbers.stop > end:
            raise ValueError(run)
        yield from numbers
