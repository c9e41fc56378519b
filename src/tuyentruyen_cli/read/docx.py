"""Reads a Word document (.docx, .docm): each of its tables is a sheet, with the text that stands around it.

Our own walk over the XML: python-docx leaves out content controls, simple fields, smart tags and hyperlinks, gives merged cells
several times, and says nothing of tracked changes and hidden text.
"""

from tuyentruyen_cli.model.sheet import Around, Sheet
from tuyentruyen_cli.read.docx_styles import Styles
from tuyentruyen_cli.read.docx_walk import walk_document
from tuyentruyen_cli.read.package import main_part, relationships
from tuyentruyen_cli.read.source import Contents, Source


def read_docx(source: Source) -> Contents:
    """The tables of a document in the order in which they begin, nested ones after their parent.

    A document without tables is one sheet without cells: its text still says whose it is.
    """
    archive = source.opened()
    archive.check()
    main = main_part(archive)
    targets = {link.kind: link.target for link in relationships(archive, main).values()}
    styles = Styles(archive.part(targets["styles"]) if targets.get("styles", "") in archive else None)
    content = walk_document(archive.part(main), styles)
    if not content.tables:
        return Contents((Sheet(source.name, "", (), around=Around(content.following)),))
    last = content.tables[-1].number
    return Contents(
        tuple(
            Sheet(
                source.name,
                f"table {table.number}",
                table.cells,
                table.merges,
                around=Around(table.preceding, content.following if table.number == last else ()),
            )
            for table in content.tables
        )
    )
