"""Messages of the area ``rules``."""

MESSAGES: dict[str, tuple[str, str]] = {}
