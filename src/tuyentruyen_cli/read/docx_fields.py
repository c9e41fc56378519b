"""Complex fields, whose result alone is text, and alternative contents, of which one is."""

from msgspec import Struct, field

from tuyentruyen_cli.read.docx_text import Place
from tuyentruyen_cli.read.fault import unreadable
from tuyentruyen_cli.read.xlsx_strings import Run


class Fields:
    """The fields that are open, each in its code or in its result. They may go on over paragraphs, and lie in each other."""

    def __init__(self) -> None:
        self._results: list[bool] = []
        self._in_codes = 0

    @property
    def depth(self) -> int:
        """How many are open."""
        return len(self._results)

    @property
    def in_code(self) -> bool:
        """Whether a reader sees nothing of what stands here: the code of a field, or a field in the code of another."""
        return self._in_codes > 0

    def meet(self, kind: str, place: Place) -> None:
        """A mark of the kind ``begin``, ``separate`` or ``end``."""
        if kind == "begin":
            self._results.append(False)
            self._in_codes += 1
        elif not self._results:
            place.unknown = True
        elif kind == "separate":
            self._in_codes -= not self._results[-1]
            self._results[-1] = True
        elif not self._results.pop():
            self._in_codes -= 1
            # Never calculated, or one that shows what its code says; in the code of another it is not seen at all.
            place.opaque |= not self._in_codes


class _Alternative(Struct):
    branches: list[list[Run]] = field(default_factory=list)
    start: int = 0


class Alternatives:
    """The ``AlternateContent`` elements that are open. ``later`` counts the open branches that are not the first of theirs."""

    def __init__(self) -> None:
        self._open: list[_Alternative] = []
        self.later = 0

    def begin(self) -> None:
        """A choice between branches begins."""
        self._open.append(_Alternative())

    def begin_branch(self, place: Place) -> None:
        """A branch begins; what it says in ``place`` is not yet said."""
        if not self._open:
            raise unreadable("damaged")
        alternative = self._open[-1]
        alternative.start = len(place.runs)
        self.later += bool(alternative.branches)

    def end_branch(self, place: Place) -> None:
        """A branch ends."""
        alternative = self._open[-1]
        self.later -= bool(alternative.branches)
        alternative.branches.append(place.runs[alternative.start :])
        del place.runs[alternative.start :]

    def end(self, place: Place) -> None:
        """The first branch holds. What depends on the program that opens the file is doubtful."""
        branches = self._open.pop().branches
        texts = {"".join(run.text for run in branch).strip() for branch in branches}
        place.unknown = place.unknown or len(texts) > 1
        place.runs += branches[0] if branches else []
