"""The one catalogue of messages: by id, in Vietnamese and English.

Each module here, or package of modules by what a rule looks at, holds ``MESSAGES``: id without its area → (Vietnamese, English).
A message's full id is ``area.id``; an area is loaded when its first message is asked for.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

LANGUAGES = ("vi", "en")
AREAS = (
    "asks",
    "campaign",
    "catalogue",
    "cli",
    "diff",
    "examples",
    "export",
    "findings",
    "form",
    "hints",
    "history",
    "inspection",
    "mail",
    "remind",
    "render",
    "replies",
    "request",
    "rules",
    "status",
    "store",
    "templates",
    "titles",
    "trace",
    "verify",
    "why",
    "worklist",
)


@cache
def area(name: str) -> dict[str, tuple[str, str]]:
    """The messages of one area."""
    messages: dict[str, tuple[str, str]] = import_module(f"tuyentruyen_cli.texts.{name}").MESSAGES
    return messages


def say(message: str, lang: str = "vi", /, **arguments: object) -> str:
    """The message in that language, its arguments filled in. Raises KeyError when there is no such message or argument."""
    return fill(message, lang, arguments) if arguments else template(message, lang)


def fill(message: str, lang: str, arguments: Mapping[str, object]) -> str:
    """The message in that language, filled from a mapping that may know more, or answer for what it does not know."""
    return template(message, lang).format_map(arguments)


def template(message: str, lang: str) -> str:
    """The message in that language, as it stands in the catalogue."""
    area_name, _, key = message.partition(".")
    return area(area_name)[key][LANGUAGES.index(lang)]
