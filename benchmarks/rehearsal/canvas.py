"""What a file says before it has a format: pages of cells, merges, hidden lines. Rows and columns are 0-based."""

from dataclasses import dataclass, field

HEADER_FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Length:
    """A duration cell: seconds, and the number format it is shown in."""

    seconds: int
    shown: str = "[h]:mm:ss"


@dataclass(frozen=True, slots=True)
class Day:
    """A date cell, as an ISO date."""

    iso: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value that the file keeps for it; None: the file keeps none."""

    text: str
    cached: "int | float | Length | None"


@dataclass(frozen=True, slots=True)
class Fault:
    """An error cell, such as ``#REF!``."""

    code: str


Content = int | float | str | Length | Day | Formula | Fault
Spot = tuple[int, int]
Box = tuple[int, int, int, int]


@dataclass(slots=True)
class Page:
    """One sheet, or one Word table with the paragraphs around it."""

    name: str
    cells: dict[Spot, Content] = field(default_factory=dict)
    merges: list[Box] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False
    table: tuple[int, int] = (0, 0)  # first row of the table, first row after it: what is a table in Word
    font: str = HEADER_FONT

    @property
    def height(self) -> int:
        """Rows in use."""
        return max((r for r, _ in self.cells), default=-1) + 1

    @property
    def width(self) -> int:
        """Columns in use."""
        return max((c for _, c in self.cells), default=-1) + 1


@dataclass(slots=True)
class Book:
    """One file to write."""

    pages: list[Page]
    form: str  # xlsx, csv, tsv, docx, ods, xls, or raw
    raw: bytes = b""


def as_text(value: Content) -> str:
    """The cell as formats without types hold it: a duration in three parts, a formula as its value."""
    match value:
        case str():
            return value
        case Length(seconds=s):
            return f"{s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}"
        case Day(iso=iso):
            return "/".join(reversed(iso.split("-")))
        case Formula(cached=None):
            return ""
        case Formula(cached=cached):
            assert cached is not None
            return as_text(cached)
        case Fault(code=code):
            return code
        case float() if value == int(value):
            return str(int(value))
        case _:
            return str(value)
