"""Which language to speak, known before anything is said."""

import gettext
import os
from collections.abc import Sequence

from tuyentruyen_cli.resources import PACKAGE

DOMAIN = "click"
LOCALES = PACKAGE / "texts" / "locale"


def language(arguments: Sequence[str]) -> str:
    """``vi`` unless ``--lang en`` or ``TUYENTRUYEN_LANG=en`` says otherwise.

    Help texts need it before click has read anything.
    """
    chosen = os.environ.get("TUYENTRUYEN_LANG", "")
    for i, argument in enumerate(arguments):
        if argument == "--lang" and i + 1 < len(arguments):
            chosen = arguments[i + 1]
        elif argument.startswith("--lang="):
            chosen = argument.partition("=")[2]
    return "en" if chosen.casefold() == "en" else "vi"


def speak(lang: str) -> None:
    """Let click's own few words (Usage, Options, no such option) come in that language too."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
