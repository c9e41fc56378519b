"""Data styles of OpenDocument as the format codes of Excel, which is what the rest of the program knows."""

from typing import Final

from tuyentruyen_cli.read.markup import Attributes
from tuyentruyen_cli.read.ods_names import NUMBER, STYLE

STYLES: Final = frozenset(
    NUMBER + kind
    for kind in (
        "number-style",
        "percentage-style",
        "currency-style",
        "date-style",
        "time-style",
        "boolean-style",
        "text-style",
    )
)
_OF_A_CLOCK: Final = (NUMBER + "date-style", NUMBER + "time-style")
_LITERAL: Final = frozenset({NUMBER + "text", NUMBER + "currency-symbol", NUMBER + "embedded-text"})
# Short and long form, as Excel writes them.
_PARTS: Final = {
    "day": ("d", "dd"),
    "month": ("m", "mm"),
    "year": ("yy", "yyyy"),
    "day-of-week": ("ddd", "dddd"),
    "era": ("g", "gg"),
    "week-of-year": ("d", "d"),
    "quarter": ("m", "m"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
    "seconds": ("s", "ss"),
    "am-pm": ("AM/PM", "AM/PM"),
    "text-content": ("@", "@"),
    "fraction": ("# ?/?", "# ?/?"),
    "scientific-number": ("0.00E+00", "0.00E+00"),
}
_UNQUOTED: Final = frozenset(":/- ()+%")


class FormatBuilder:
    """Makes the code of one data style from its elements. ``maps`` are the styles that hold on a condition; they come first."""

    def __init__(self, kind: str, attributes: Attributes) -> None:
        self.maps: list[tuple[str, str]] = []
        self._is_clock = kind in _OF_A_CLOCK
        self._elapsed = attributes.get(NUMBER + "truncate-on-overflow") == "false"
        self._code: list[str] = []
        self._literal: list[str] | None = None

    @property
    def code(self) -> str:
        """The code of this style alone; ``General`` for one that says nothing."""
        return "".join(self._code) or "General"

    def start(self, name: str, attributes: Attributes) -> None:
        """An element of the style."""
        local = name.removeprefix(NUMBER)
        if name in _LITERAL:
            self._literal = []
        elif name == NUMBER + "number":
            self._code.append(_number(attributes))
        elif name == STYLE + "map":
            condition = attributes.get(STYLE + "condition", "").replace("value()", "")
            self.maps.append((condition, attributes.get(STYLE + "apply-style-name", "")))
        elif local in _PARTS:
            self._code.append(self._part(local, attributes))

    def text(self, data: str) -> None:
        """Text inside an element of the style."""
        if self._literal is not None:
            self._literal.append(data)

    def end(self, name: str) -> None:
        """The end of an element of the style."""
        if name in _LITERAL and self._literal is not None:
            self._code += map(self._quoted, "".join(self._literal))
            self._literal = None

    def _part(self, local: str, attributes: Attributes) -> str:
        if local == "month" and attributes.get(NUMBER + "textual") == "true":
            return "mmm"
        part = _PARTS[local][attributes.get(NUMBER + "style") == "long"]
        if local in {"hours", "minutes", "seconds"} and self._elapsed:
            self._elapsed = False
            part = f"[{part}]"
        decimals = _count(attributes, "decimal-places") if local == "seconds" else 0
        return part + ("." + "0" * decimals if decimals else "")

    def _quoted(self, character: str) -> str:
        if character in _UNQUOTED or (self._is_clock and character in ".,"):
            return character
        return f"\\{character}"


def _number(attributes: Attributes) -> str:
    """``0``, ``0.00``, ``#,##0``; a comma at the end for each thousand that it is shown in."""
    whole = "0" * (_count(attributes, "min-integer-digits") or 1)
    if attributes.get(NUMBER + "grouping") == "true":
        whole = "#,##" + whole
    decimals = _count(attributes, "decimal-places")
    factor = attributes.get(NUMBER + "display-factor", "1")
    thousands = (len(factor) - 1) // 3 if factor.isascii() and factor.isdigit() else 0
    return whole + ("." + "0" * decimals if decimals else "") + "," * thousands


def _count(attributes: Attributes, name: str) -> int:
    """A small whole number; anything else counts as none."""
    value = attributes.get(NUMBER + name, "")
    return min(int(value), 30) if value.isascii() and value.isdigit() else 0
