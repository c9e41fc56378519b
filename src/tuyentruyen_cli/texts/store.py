"""Messages of the area ``store``."""

MESSAGES: dict[str, tuple[str, str]] = {}
