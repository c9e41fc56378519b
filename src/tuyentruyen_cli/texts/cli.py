"""Messages of the area ``cli``."""

MESSAGES: dict[str, tuple[str, str]] = {}
