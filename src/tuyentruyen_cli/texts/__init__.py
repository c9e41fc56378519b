"""The one catalogue of messages: by id, in Vietnamese and English.

Each module here, or package of modules by what a rule looks at, holds ``MESSAGES``: id without its area → (Vietnamese, English).
A message's full id is ``area.id``; an area is loaded when its first message is asked for.
"""

import errno
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
    "system",
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
    """The message in that language, its arguments filled in, errors among them in words.

    Raises KeyError when there is no such message or argument.
    """
    if not arguments:
        return template(message, lang)
    return fill(
        message, lang, {name: said(it, lang) if isinstance(it, BaseException) else it for name, it in arguments.items()}
    )


def said(error: BaseException, lang: str) -> str:
    """What an error says, in one line: one of the operating system in that language, where the catalogue has it."""
    found = _system_name(error)
    if found in area("system"):
        return template(f"system.{found}", lang)
    return " ".join(str(getattr(error, "strerror", None) or error).split()) or type(error).__name__


def _system_name(error: BaseException) -> str:
    """The name of an error of the operating system, or empty. Those of TLS have the same numbers and other meanings."""
    if type(error).__name__ == "gaierror":
        return "no-such-host"
    if not isinstance(error, OSError) or type(error).__module__ != "builtins":
        return ""
    if isinstance(error, TimeoutError):
        return "ETIMEDOUT"
    return errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")


def fill(message: str, lang: str, arguments: Mapping[str, object]) -> str:
    """The message in that language, filled from a mapping that may know more, or answer for what it does not know."""
    return template(message, lang).format_map(arguments)


def template(message: str, lang: str) -> str:
    """The message in that language, as it stands in the catalogue."""
    area_name, _, key = message.partition(".")
    return area(area_name)[key][LANGUAGES.index(lang)]
