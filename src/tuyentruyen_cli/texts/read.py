"""Messages of the area ``read``."""

MESSAGES: dict[str, tuple[str, str]] = {}
