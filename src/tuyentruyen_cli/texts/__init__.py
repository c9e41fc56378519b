"""The one catalogue of messages: by id, in Vietnamese and English.

Each module here holds ``MESSAGES``: id without its area → (Vietnamese, English). A message's full id is ``area.id``; the module
of the area is loaded when its first message is asked for.
"""

from functools import cache
from importlib import import_module

LANGUAGES = ("vi", "en")
AREAS = ("campaign", "cli", "read", "render", "rules", "hints", "store", "titles")


@cache
def area(name: str) -> dict[str, tuple[str, str]]:
    """The messages of one area."""
    messages: dict[str, tuple[str, str]] = import_module(f"tuyentruyen_cli.texts.{name}").MESSAGES
    return messages


def say(message: str, lang: str = "vi", /, **arguments: object) -> str:
    """The message in that language, its arguments filled in. Raises KeyError when there is no such message."""
    area_name, _, key = message.partition(".")
    template = area(area_name)[key][LANGUAGES.index(lang)]
    return template.format(**arguments) if arguments else template
