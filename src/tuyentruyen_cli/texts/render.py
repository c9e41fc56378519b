"""Messages of the area ``render``."""

MESSAGES: dict[str, tuple[str, str]] = {}
