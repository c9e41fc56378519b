"""Runs a command and turns what happens into an exit code and a message: the only place that ends the program."""

import datetime as dt
import json
import os
import sys
import traceback
from itertools import pairwise
from typing import TextIO

import click
from msgspec import Struct

from tuyentruyen_cli import __version__
from tuyentruyen_cli.errors import ExitCode, OperatorError
from tuyentruyen_cli.texts import say


class Settings(Struct, frozen=True):
    """What every command is given: the language, the moment that counts as now, and whether to answer in JSON."""

    lang: str
    now: dt.datetime
    as_json: bool = False


def run(command: click.Command, lang: str) -> int:
    """The exit code of a run. Messages for a person go to standard error, results to standard output."""
    _use_utf8()
    as_json = "--json" in sys.argv or "json" in _formats(sys.argv)
    try:
        code = _guarded(command, lang, as_json=as_json)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone: nobody is left to be told. The interpreter must not try to flush again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return int(ExitCode.DONE)
    return code


def _formats(argv: list[str]) -> set[str]:
    """What stands behind ``--format`` on a command line."""
    after = {value for option, value in pairwise(argv) if option == "--format"}
    return after | {word.removeprefix("--format=") for word in argv if word.startswith("--format=")}


def _guarded(command: click.Command, lang: str, *, as_json: bool) -> int:
    try:
        result = command.main(standalone_mode=False)
        return int(result or 0)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return int(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        _say(say("cli.interrupted", lang))
        return int(ExitCode.INTERRUPTED)
    except OperatorError as error:
        return _operator_error(error, lang, as_json=as_json)
    except BrokenPipeError:
        raise
    except SystemExit:
        # click ends the process by itself only when the reader of its output has gone.
        raise BrokenPipeError from None
    except Exception as error:  # noqa: BLE001 - a bug is reported in short, to be sent on
        return _internal_error(error, lang, as_json=as_json)


def _operator_error(error: OperatorError, lang: str, *, as_json: bool) -> int:
    message = say(error.message, lang, **error.arguments)
    _say("\n".join([message, *(f"  {line}" for line in error.details)]))
    if as_json:
        document = {
            "format": "tuyentruyen/error",
            "version": 1,
            "error": error.message,
            "message": message,
            "details": list(error.details),
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))  # noqa: T201
    return int(error.exit_code)


def _internal_error(error: Exception, lang: str, *, as_json: bool) -> int:
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    where = [f"  {os.path.basename(f.filename)}:{f.lineno} {f.name}" for f in frames]  # noqa: PTH119 - a name for a person
    report = [
        f"tuyentruyen {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
        f"{type(error).__name__}: {error}",
        *where,
    ]
    _say("\n".join([say("cli.internal", lang), *report]))
    if as_json:
        document = {"format": "tuyentruyen/error", "version": 1, "error": "internal", "message": str(error), "details": report}
        print(json.dumps(document, ensure_ascii=False, indent=2))  # noqa: T201
    return int(ExitCode.INTERNAL)


def _say(text: str) -> None:
    click.echo(text, err=True)


def _use_utf8() -> None:
    """UTF-8 whatever the code page: what is redirected into a file must be readable, and nothing may fail for a letter."""
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream)


def _reconfigure(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
