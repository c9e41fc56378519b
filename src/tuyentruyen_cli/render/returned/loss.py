"""What openpyxl would lose of a workbook, found in its parts before anything is written: only what is known to survive passes.

openpyxl 3.1 keeps cells, styles, names, validation, conditional formats of the first generation, protection, tables, notes and
macros; what else Excel writes it drops, or writes otherwise, in silence.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from lxml import etree

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
# openpyxl holds a workbook as objects, some fifty times its size.
MOST_XML: Final = 8 * 1024 * 1024

# Kinds of parts that survive, or that nobody misses: the printer's own settings, the order of calculation, a thumbnail.
_KEPT: Final = frozenset(
    {
        f"{_OFFICE}spreadsheetml.{kind}"
        for kind in (
            "sheet.main+xml", "template.main+xml", "worksheet+xml", "styles+xml", "sharedstrings+xml", "calcchain+xml",
            "comments+xml", "table+xml", "printersettings",
        )
    }
    | {f"{_OFFICE}{kind}" for kind in ("theme+xml", "extended-properties+xml", "custom-properties+xml", "vmldrawing")}
    | {
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-package.relationships+xml",
        "application/vnd.ms-excel.sheet.macroenabled.main+xml",
        "application/vnd.ms-excel.template.macroenabled.main+xml",
        "application/vnd.ms-office.vbaproject",
    }
)  # fmt: skip
_DRAWING: Final = f"{_OFFICE}drawing+xml"
# What stands in the kind of a part that would be lost, and how it is named to a person.
_LOST: Final[Mapping[str, str]] = {
    "signature": "macro-signature",
    "threadedcomment": "threaded",
    "person": "threaded",
    "pivot": "pivot",
    "slicer": "pivot",
    "timeline": "pivot",
    "connection": "pivot",
    "querytable": "pivot",
    "externallink": "external",
    "control": "control",
    "activex": "control",
    "ctrlprop": "control",
    "oleobject": "control",
    "embed": "control",
    "package": "control",
    "drawing": "drawing",
    "chart": "drawing",
    "diagram": "drawing",
    "image/": "drawing",
}
_WORKBOOK: Final = frozenset(
    {"fileVersion", "workbookPr", "workbookProtection", "bookViews", "sheets", "definedNames", "calcPr", "extLst"}
)
_STYLES: Final = frozenset(
    {"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"}
)
# ``ignoredErrors`` only hides Excel's green corners, ``phoneticPr`` says how reading aids would look.
_SHEET: Final = frozenset(
    {
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "scenarios",
        "autoFilter", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
        "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "legacyDrawing", "tableParts",
    }
)  # fmt: skip
# Extensions that say nothing of this workbook: which functions the program knew, default styles, LibreOffice's syntax.
_IDLE: Final = frozenset(
    {
        "{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}",
        "{140A7094-0E35-4892-8432-C4D2E57EDEB5}",
        "{EB79DEF2-80B8-43E5-95BD-54CBDDF9020C}",
        "{9260A510-F301-46A8-8635-F512D64BE5F5}",
        "{7626C862-2A13-11E5-B345-FEFF819CDC9F}",
    }
)
_ELSEWHERE: Final[Mapping[str, str]] = {
    "pivotCaches": "pivot",
    "externalReferences": "external",
    "drawing": "drawing",
    "picture": "drawing",
    "legacyDrawingHF": "drawing",
    "controls": "control",
    "oleObjects": "control",
    "AlternateContent": "extension",
    "extLst": "extension",
}


class Loss(NamedTuple):
    """Why a workbook cannot be rewritten whole: an id of ``texts.replies`` after ``no-copy-``, and a name."""

    reason: str
    detail: str = ""


class _Part(NamedTuple):
    name: str
    kind: str
    content: bytes

    @property
    def root(self) -> etree._Element:
        return etree.fromstring(self.content, parser())


def parser() -> etree.XMLParser:
    """A parser for parts of files that were looked at before: nothing is fetched, no entity is resolved."""
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def loss(data: bytes) -> Loss | None:
    """The first thing that a copy would lack, or None. ``data`` passed the reader's own checks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = sum(i.file_size for i in archive.infolist() if i.filename.casefold().endswith((".xml", ".vml")))
        if xml > MOST_XML:
            return Loss("large")
        return next(_losses(list(_parts(archive))), None)


def _parts(archive: zipfile.ZipFile) -> Iterator[_Part]:
    """The parts with their kinds in small letters; empty for one without a kind."""
    types = etree.fromstring(archive.read("[Content_Types].xml"), parser())
    by_ending = {e.get("Extension", "").casefold(): e.get("ContentType", "") for e in types.iter(f"{{{_TYPES}}}Default")}
    parts = types.iter(f"{{{_TYPES}}}Override")
    by_name = {e.get("PartName", "").casefold().lstrip("/"): e.get("ContentType", "") for e in parts}
    for name in archive.namelist():
        if name.endswith("/") or name == "[Content_Types].xml":
            continue
        ending = name.rpartition(".")[2].casefold()
        kind = by_name.get(name.casefold(), by_ending.get(ending, ""))
        yield _Part(name, kind.partition(";")[0].strip().casefold(), archive.read(name))


def _losses(parts: list[_Part]) -> Iterator[Loss]:
    # Google Sheets gives every sheet a drawing with nothing in it.
    drawings = [part for part in parts if part.kind == _DRAWING]
    blank = all(len(part.root) == 0 for part in drawings)
    sheet = _SHEET | {"drawing"} if blank else _SHEET
    for part in parts:
        thumbnail = part.name.casefold().startswith("docprops/thumbnail")
        if part.kind not in _KEPT and not thumbnail and not (blank and part in drawings):
            found = next((reason for mark, reason in _LOST.items() if mark in part.kind), None)
            yield Loss(found) if found else Loss("part", part.name)
    for part in parts:
        if part.kind.endswith("vmldrawing"):
            yield from _in_vml(part.content)
        elif part.kind.endswith(".main+xml"):
            yield from _in_workbook(part.root)
        elif part.kind.endswith(".worksheet+xml"):
            yield from _in_sheet(part.root, sheet)
        elif part.kind.endswith(".styles+xml"):
            yield from _in_styles(part.root)
        elif part.kind.endswith((".table+xml", ".sharedstrings+xml")):
            yield from _inside(part.root, ("extLst", "rPh"))


def _in_vml(content: bytes) -> Iterator[Loss]:
    """Shapes that are no notes. VML is often not well formed: it is searched as text."""
    notes = content.count(b'ObjectType="Note"')
    if notes != content.count(b"ObjectType="):
        yield Loss("control")


def _in_workbook(root: etree._Element) -> Iterator[Loss]:
    if root.tag != f"{{{MAIN}}}workbook":
        yield Loss("strict")
    yield from _children(root, _WORKBOOK)


def _in_styles(root: etree._Element) -> Iterator[Loss]:
    yield from _children(root, _STYLES)
    yield from (Loss("part", "tableStyle") for _ in root.iter(f"{{{MAIN}}}tableStyle"))


def _in_sheet(root: etree._Element, kept: frozenset[str]) -> Iterator[Loss]:
    yield from _children(root, kept, idle=frozenset())
    yield from _inside(root, ("extLst",))
    for cell in root.iter(f"{{{MAIN}}}c"):
        if cell.get("cm") or cell.get("vm"):
            yield Loss("extension")
    yield from (Loss("part", "dataTable") for f in root.iter(f"{{{MAIN}}}f") if f.get("t") == "dataTable")


def _children(root: etree._Element, kept: frozenset[str], idle: frozenset[str] = _IDLE) -> Iterator[Loss]:
    """What stands under a root and is not known to survive. With ``idle`` the extensions named there are nothing to lose."""
    for child in root:
        name = etree.QName(child)
        if name.localname == "extLst" and idle:
            yield from (Loss("extension") for e in child if e.get("uri", "").upper() not in idle)
            continue
        # Excel notes the path of a workbook, and who saved it last, in elements of their own.
        noted = idle and name.localname in {"AlternateContent", "revisionPtr"}
        if noted or (name.namespace == MAIN and name.localname in kept):
            continue
        found = _ELSEWHERE.get(name.localname)
        yield Loss(found) if found else Loss("part", name.localname)


def _inside(root: etree._Element, names: tuple[str, ...]) -> Iterator[Loss]:
    """Extensions, alternatives and reading aids at any depth."""
    for element in root.iter("{*}AlternateContent", *(f"{{{MAIN}}}{n}" for n in names)):
        name = etree.QName(element).localname
        yield Loss("part", name) if name == "rPh" else Loss("extension")
