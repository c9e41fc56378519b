"""Reads a workbook (.xlsx, .xlsm): our own streaming reader and python-calamine over the same bytes.

openpyxl opens strict workbooks without sheets and loses numbers behind a wrong dimension; calamine says nothing of errors, of
formulas without a value and of what is hidden. Each is right where the other is not.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tuyentruyen_cli.model.sheet import Sheet
from tuyentruyen_cli.read.agree import agreed
from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.engine import SecondSheet, second_reading
from tuyentruyen_cli.read.fault import unreadable, unsafe
from tuyentruyen_cli.read.markup import flag, in_spreadsheet, take
from tuyentruyen_cli.read.package import RELATIONSHIP_IDS, Relationship, main_part, relationships
from tuyentruyen_cli.read.preflight import MAX_CELLS
from tuyentruyen_cli.read.source import Contents, Source
from tuyentruyen_cli.read.xlsx_cell import Styles, Workbook
from tuyentruyen_cli.read.xlsx_packed import PackedSheet, with_parts
from tuyentruyen_cli.read.xlsx_sheet import SheetContent, read_sheet
from tuyentruyen_cli.read.xlsx_strings import shared_strings
from tuyentruyen_cli.read.xlsx_styles import GENERAL, styles

# Rows times columns that the second engine is given as they are: 32 bytes a cell there, and a list's slot here.
_MAX_AREA: Final = 2_000_000


class _Entry(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


class _Listing(NamedTuple):
    """What the workbook's own part says."""

    entries: tuple[_Entry, ...]
    date1904: bool
    recalculates: bool


def read_xlsx(source: Source) -> Contents:
    """The worksheets of a workbook in its order, each cell as both engines read it. Chart sheets hold no cells."""
    archive = source.opened()
    main = main_part(archive)
    links = relationships(archive, main)
    listing = _listing(archive.part(main), links)
    workbook = _workbook(archive, links, listing)
    contents = [read_sheet(archive.part(entry.part), workbook) for entry in listing.entries]
    if sum(len(content.cells) for content in contents) > MAX_CELLS:
        raise unsafe("too-many-cells")
    sheets = [
        Sheet(source.name, entry.name, content.cells, content.merges, entry.hidden)
        for entry, content in zip(listing.entries, contents, strict=True)
    ]
    return Contents(agreed(sheets, _second_reading(source, listing, contents)))


def _listing(content: bytes, links: Mapping[str, Relationship]) -> _Listing:
    """The worksheets and settings. Raises FileFault when no sheet is listed or two have one name."""
    listed: list[Element] = []
    settings: dict[str, bool] = {}

    def set_properties(element: Element) -> None:
        settings["date1904"] = flag(element.attrib, "date1904")

    def set_calculation(element: Element) -> None:
        settings["recalculates"] = flag(element.attrib, "fullCalcOnLoad")

    take(content, in_spreadsheet({"sheet": listed.append, "workbookPr": set_properties, "calcPr": set_calculation}))
    entries = tuple(entry for element in listed if (entry := _entry(element.attrib, links)))
    if not listed or len({entry.name for entry in entries}) != len(entries):
        raise unreadable("damaged")
    return _Listing(entries, settings.get("date1904", False), settings.get("recalculates", False))


def _entry(attributes: Mapping[str, str], links: Mapping[str, Relationship]) -> _Entry | None:
    """A worksheet, or None for a chart, dialog or macro sheet."""
    link = next((links.get(attributes[name]) for name in RELATIONSHIP_IDS if name in attributes), None)
    if link is None:
        raise unreadable("damaged")
    if link.kind != "worksheet":
        return None
    hidden = attributes.get("state", "visible") != "visible"
    return _Entry(attributes.get("name", ""), link.target, hidden)


def _workbook(archive: Archive, links: Mapping[str, Relationship], listing: _Listing) -> Workbook:
    targets = {link.kind: link.target for link in links.values()}
    return Workbook(
        Styles(styles(archive.part(targets["styles"])) if "styles" in targets else (GENERAL,)),
        shared_strings(archive.part(targets["sharedStrings"])) if "sharedStrings" in targets else [],
        listing.date1904,
        listing.recalculates,
    )


def _second_reading(source: Source, listing: _Listing, contents: Sequence[SheetContent]) -> tuple[SecondSheet, ...]:
    """What the other engine says, its memory bounded: sheets with cells far apart are given to it packed."""
    archive = source.opened()
    archive.check()
    names = [entry.name for entry in listing.entries]
    wide = [index for index, content in enumerate(contents) if content.rows * content.columns > _MAX_AREA]
    if not wide:
        return second_reading(source.data, names)
    packed = {names[index]: PackedSheet(archive.part(listing.entries[index].part)) for index in wide}
    parts = {listing.entries[index].part: packed[names[index]].content() for index in wide}
    return tuple(
        _unpacked(sheet, packed[sheet.name]) if sheet.name in packed else sheet
        for sheet in second_reading(with_parts(archive, parts), names)
    )


def _unpacked(sheet: SecondSheet, packed: PackedSheet) -> SecondSheet:
    return SecondSheet(sheet.name, {packed.original(*place): value for place, value in sheet.placed().values.items()})
