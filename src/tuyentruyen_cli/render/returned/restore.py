"""What openpyxl cannot carry through, carried around it: merged cells with what lies under them, and every value as it stood.

It writes formulas without their results, dates and long numbers anew, and drops what a merged cell covers.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tuyentruyen_cli.model.location import column_number
from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.render.returned.loss import MAIN, parser

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE: Final = "docProps/core.xml"
_KEPT_WHOLE: Final = (_CORE, "docProps/custom.xml")
_NO_PROPERTIES: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
# Elements of a worksheet that stand before its merged cells (ECMA-376 part 1, CT_Worksheet).
_BEFORE_MERGES: Final = frozenset(
    {
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
        "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews",
    }
)  # fmt: skip
# Texts are openpyxl's to write: it keeps its own table of them.
_TEXTS: Final = frozenset({"s", "inlineStr"})
_REFERENCE: Final = re.compile(r"([A-Z]+)([0-9]+)")


def _q(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def without_merges(data: bytes) -> bytes:
    """The workbook with every merged cell as cells of their own."""
    changed = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in _sheets(archive).values():
            root = etree.fromstring(archive.read(part), parser())
            for merges in root.findall(_q("mergeCells")):
                root.remove(merges)
                changed[part] = _written(root)
    return repacked(data, changed)


def restored(copy: bytes, original: bytes) -> bytes:
    """A copy that openpyxl wrote, with the original's merges, values and properties. Same inputs, same bytes."""
    with zipfile.ZipFile(io.BytesIO(copy)) as new, zipfile.ZipFile(io.BytesIO(original)) as old:
        sources = _sheets(old)
        changed = {
            part: _sheet(new.read(part), old.read(sources[name])) for name, part in _sheets(new).items() if name in sources
        }
        changed |= {name: old.read(name) for name in _KEPT_WHOLE if name in old.namelist() and name in new.namelist()}
        changed.setdefault(_CORE, _NO_PROPERTIES)
        return repacked(copy, changed, without=_left_over(new))


def _left_over(archive: zipfile.ZipFile) -> frozenset[str]:
    """Drawings of notes that openpyxl carries over beside those that it drew anew; nothing refers to them."""
    names = archive.namelist()
    links = b"".join(archive.read(name) for name in names if name.endswith(".rels"))
    return frozenset(name for name in names if name.endswith(".vml") and posixpath.basename(name).encode() not in links)


def calculates_on_load(data: bytes) -> bool:
    """Whether the workbook asks to be calculated when it is opened."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(_main(archive)), parser())
    return any(e.get("fullCalcOnLoad") in {"1", "true"} for e in root.iter(_q("calcPr")))


def _main(archive: zipfile.ZipFile) -> str:
    package = _targets(archive, "", "_rels/.rels")
    return next(target for kind, target in package.values() if kind == "officeDocument")


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet by its name."""
    main = _main(archive)
    folder, name = posixpath.split(main)
    targets = _targets(archive, folder, posixpath.join(folder, "_rels", f"{name}.rels"))
    sheets = etree.fromstring(archive.read(main), parser()).iter(_q("sheet"))
    return {s.get("name", ""): targets[s.get(f"{{{_RELATIONS}}}id", "")][1] for s in sheets}


def _targets(archive: zipfile.ZipFile, folder: str, part: str) -> dict[str, tuple[str, str]]:
    """The relationships of a part: the last word of each one's type, and the part it leads to."""
    return {
        r.get("Id", ""): (r.get("Type", "").rpartition("/")[2], posixpath.join("/", folder, r.get("Target", "")).lstrip("/"))
        for r in etree.fromstring(archive.read(part), parser())
    }


def _sheet(copy: bytes, original: bytes) -> bytes:
    new, old = etree.fromstring(copy, parser()), etree.fromstring(original, parser())
    values = {
        place: (cell.get("t", "n"), value.text)
        for place, cell in _cells(old)
        if cell.get("t", "n") not in _TEXTS and (value := cell.find(_q("v"))) is not None
    }
    for place, cell in _cells(new):
        if place in values:
            _set_value(cell, *values[place])
    for merges in old.findall(_q("mergeCells")):
        new.insert(sum(etree.QName(e).localname in _BEFORE_MERGES for e in new), merges)
    return _written(new)


def _cells(root: etree._Element) -> Iterator[tuple[tuple[int, int], etree._Element]]:
    """Each cell with its row and column; those without an address follow the one before."""
    row = 0
    for element in root.iterfind(f"{_q('sheetData')}/{_q('row')}"):
        row = int(element.get("r", row + 1))
        column = 0
        for cell in element.iterfind(_q("c")):
            reference = _REFERENCE.fullmatch(cell.get("r", ""))
            column = column_number(reference[1]) if reference else column + 1
            yield (row, column), cell


def _set_value(cell: etree._Element, kind: str, text: str | None) -> None:
    cell.set("t", kind)
    value = cell.find(_q("v"))
    if value is None:
        value = etree.SubElement(cell, _q("v"))
    value.text = text


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
