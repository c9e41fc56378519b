"""In which form findings are asked for, and where: on standard output, or in a file beside it."""

from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import OperatorError, OutputRefused

TEXT, JSON, CSV, HTML = "text", "json", "csv", "html"
FORMATS = (TEXT, JSON, CSV, HTML)
_ENDINGS = FORMATS[1:]
# Stands in the first lines of each form, and in nothing that a person would keep under such a name.
_MARK, _WITHIN = b"tuyentruyen", 1024


class Listing(Struct, frozen=True):
    """What was asked: a form, or none; a file, or none. The ending of a file says its form."""

    form: str | None = None
    output: Path | None = None

    def check(self, settings: Settings) -> None:
        """Raises OperatorError or OutputRefused, before anything is done, for what cannot be given."""
        self.on_screen(settings)
        if self.of_file() and self.output is not None:
            _refuse_own(self.output)

    def on_screen(self, settings: Settings) -> str:
        """The form of standard output: with a file beside it, what a person reads. Raises OperatorError for two forms."""
        if not settings.as_json:
            return TEXT if self.output is not None else self.form or TEXT
        if self.output is None and self.form not in {None, JSON}:
            raise OperatorError("cli.two-formats", format=self.form)
        return JSON

    def of_file(self) -> str | None:
        """The form of the file. Raises OperatorError for an ending that is none, or that of another form."""
        if self.output is None:
            return None
        ending = self.output.suffix.casefold().removeprefix(".")
        if ending in _ENDINGS and self.form in {None, ending}:
            return ending
        allowed = (self.form,) if self.form in _ENDINGS else _ENDINGS
        raise OperatorError("cli.wrong-ending", path=self.output, allowed=", ".join(f".{form}" for form in allowed))


def _refuse_own(path: Path) -> None:
    """Raises OutputRefused for a file that this program did not write."""
    try:
        with path.open("rb") as file:
            ours = _MARK in file.read(_WITHIN)
    except OSError:
        return  # there is none; if there is one that cannot be read, writing it will say so
    if not ours:
        raise OutputRefused("cli.not-our-file", path=path)
