"""Numbers and lengths of time as people write them; apart from the grammars that read them, which showing one need not load."""

_HOUR, _MINUTE = 3600, 60


def format_count(value: int) -> str:
    """The number with dots between its thousands: 1200 is ``1.200``."""
    return f"{value:,}".replace(",", ".")


def format_duration_words(seconds: int) -> str:
    """``3 giờ 50 phút``, ``5 phút 30 giây``; 0 is ``0 phút``."""
    named = ((seconds // _HOUR, "giờ"), (seconds % _HOUR // _MINUTE, "phút"), (seconds % _MINUTE, "giây"))
    return " ".join(f"{number} {name}" for number, name in named if number) or "0 phút"


def format_minutes(seconds: int) -> str:
    """The minutes for a table: ``230``, ``7,5``, ``1.500``; at most two decimals. Nearer than a second."""
    hundredths, thirds = divmod(seconds * 5, 3)  # of a hundredth there are only thirds: two of them round up
    whole, fraction = divmod(hundredths + thirds // 2, 100)
    decimals = f"{fraction:02d}".rstrip("0")
    return format_count(whole) + (f",{decimals}" if decimals else "")


def format_clock(seconds: int) -> str:
    """``h:mm:ss``, also over 24 hours."""
    return f"{seconds // _HOUR}:{seconds % _HOUR // _MINUTE:02d}:{seconds % _MINUTE:02d}"
