"""Names and attributes of WordprocessingML, and which elements a reader of the page sees, and how."""

from typing import Final

from tuyentruyen_cli.read.markup import Attributes

# Transitional and strict.
WORD: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF: Final = frozenset({"0", "false", "off", "none"})

FOREIGN: Final = ""
# What a reader does not see, or what stood there before a change.
SKIPPED: Final = frozenset({
    "delText", "instrText", "delInstrText", "fldData", "sectPr", "binData", "rPrChange", "pPrChange", "tblPrChange",
    "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange",
})  # fmt: skip
SHAPES: Final = frozenset({"drawing", "pict", "object"})
BRANCHES: Final = frozenset({"mc:Choice", "mc:Fallback"})
# Elements whose text is their parent's text.
TRANSPARENT: Final = frozenset({
    "document", "body", "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink",
    "fldSimple", "ins", "del", "moveTo", "moveFrom", "txbxContent", "mc:AlternateContent", *SHAPES, *BRANCHES,
})  # fmt: skip
CHANGES: Final = frozenset({
    "ins", "del", "moveTo", "moveFrom", "cellIns", "cellDel", "cellMerge", "customXmlInsRangeStart", "customXmlDelRangeStart",
    "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart", "moveFromRangeStart", "moveToRangeStart",
})  # fmt: skip
# A reader sees something here that the file does not hold as text.
SEEN: Final = frozenset({
    "ddList", "checkBox", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "pgNum", "altChunk",
    "subDoc", "contentPart",
})  # fmt: skip
CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\xad"}


def local_name(name: str) -> str:
    """What an element is called here: ``tbl`` in either namespace, ``mc:Choice``, or ``FOREIGN`` for every other namespace."""
    namespace, _, local = name.partition(" ")
    if namespace in WORD:
        return local
    return f"mc:{local}" if namespace == _COMPATIBILITY else FOREIGN


def attribute(attributes: Attributes, local: str = "val") -> str | None:
    """An attribute in Word's namespace; None when absent."""
    for namespace in WORD:
        value = attributes.get(f"{namespace} {local}")
        if value is not None:
            return value.strip()
    return None


def is_on(attributes: Attributes) -> bool:
    """A property that is on unless its value says otherwise."""
    return (attribute(attributes) or "").lower() not in _OFF


def count(attributes: Attributes, at_least: int) -> int:
    """A number of columns; ``at_least`` when absent or below. Raises ValueError for what is no number."""
    return max(int(attribute(attributes) or at_least), at_least)
