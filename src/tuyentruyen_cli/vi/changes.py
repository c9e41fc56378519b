"""How much something changed, as reports write it: ``+7``, ``-2,3%``."""

from fractions import Fraction

from tuyentruyen_cli.vi.written import format_count


def signed(difference: int, shown: str) -> str:
    """A difference with its sign; ``shown`` is its size as written."""
    return shown if difference == 0 else f"{'+' if difference > 0 else '-'}{shown}"


def format_percent(value: Fraction) -> str:
    """``+12,5%``, ``-2%``, ``0%``; at most one decimal, half to even. A rounded figure shows it: ``+50,0%``, ``-0,0%``."""
    tenths = round(abs(value) * 10)
    whole, rest = divmod(tenths, 10)
    exact = abs(value) * 10 == tenths
    decimal = "" if exact and rest == 0 else f",{rest}"
    sign = "" if value == 0 else "+" if value > 0 else "-"
    return f"{sign}{format_count(whole)}{decimal}%"
