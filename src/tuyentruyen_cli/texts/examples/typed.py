"""What an example is made of."""

from typing import TypeAlias

Example: TypeAlias = tuple[str, str]
"""In Vietnamese and in English."""


def typed(text: str) -> Example:
    """What stands in a form is Vietnamese in both languages."""
    return text, text
