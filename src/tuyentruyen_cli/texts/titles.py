"""Messages of the area ``titles``."""

MESSAGES: dict[str, tuple[str, str]] = {}
