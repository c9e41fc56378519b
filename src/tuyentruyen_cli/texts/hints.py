"""Messages of the area ``hints``."""

MESSAGES: dict[str, tuple[str, str]] = {}
