"""What a document tells of the figures that it writes."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeAlias

from tuyentruyen_cli.render.lookup import Key
from tuyentruyen_cli.render.marks import Share

# Dimensions of facts that are no figure of a week or month by itself.
CHANGE: Final = "change"  # a measure beside the stretch before, whose id is the category
ISSUED: Final = "issued"  # as an issued report had it
ATTENDANCE: Final = "attendance"  # how many units did what the category says
FINDINGS: Final = "findings"  # how many messages there are of a severity
SHARES: Final = {
    Share.COVERED: "số đơn vị có số liệu",
    Share.PARTIAL: "số đơn vị mới báo cáo một phần",
    Share.REST: "số đơn vị khác",
    Share.THEN: "số trước đó",
    Share.DIFFERENCE: "chênh lệch",
    Share.PERCENT: "tỷ lệ thay đổi",
    Share.WEEKS: "số tuần có số liệu",
}


class Source(NamedTuple):
    """A file that figures were read from; ``week`` where it is not of the week that the document is of."""

    file: str
    sha256: str
    week: str = ""


class Fact(NamedTuple):
    """A figure as the document writes it (``value`` is None where it only says how many units are in it: none).

    ``about`` says in words whose and which; ``covered`` of ``expected`` units are in it
    (-1: nobody knows how many there should be); ``sources`` are indices of the part's sources.

    ``period`` is the week or month that it is of, where that is not the document's own; ``against`` what it is held against,
    where it had ``then`` as its value. ``over`` are the units that it is over, where it is not one unit's.
    """

    key: Key
    about: str
    value: int | None
    covered: int
    expected: int
    sources: tuple[int, ...]
    period: str = ""
    against: str = ""
    then: int | None = None
    over: tuple[str, ...] = ()

    def said(self, share: Share = Share.VALUE) -> str:
        """Whose and which, and what of it."""
        return f"{self.about} ({SHARES[share]})" if share in SHARES else self.about


# For the keys of the figures that a document writes: the files that they were read from, as far as one can tell, and the facts.
FactsOf: TypeAlias = Callable[[Iterable[Key]], tuple[tuple[Source, ...], dict[Key, Fact]]]
