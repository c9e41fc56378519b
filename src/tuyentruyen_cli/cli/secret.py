"""The password of a mail server: from the environment, a file, or a prompt; never from the campaign, never shown."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.servers import Server
from tuyentruyen_cli.texts import say


def secret_for(variable: str, root: Path, server: Server | None, lang: str) -> Callable[[str], str]:
    """What answers for the password when it is needed. Raises OperatorError when nothing gives one."""

    def ask(user: str) -> str:
        given = os.environ.get(variable)
        if given:
            return given
        if server and server.password_file:
            return _of_file(root / Path(server.password_file).expanduser())
        if not sys.stdin.isatty():
            raise OperatorError("mail.no-secret", variable=variable, user=user)
        host = server.host if server else ""
        return str(click.prompt(say("mail.ask-secret", lang, user=user, host=host), hide_input=True, err=True))

    return ask


def _of_file(path: Path) -> str:
    try:
        # The line end that every editor writes is no part of it; spaces may be.
        text = path.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError("mail.no-secret-file", path=path) from error
    if not text:
        raise OperatorError("mail.no-secret-file", path=path)
    return text
