"""Messages of the area ``campaign``."""

MESSAGES: dict[str, tuple[str, str]] = {}
