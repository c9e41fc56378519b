"""The relationships between the parts of an Office package (OPC): which part is the workbook, which its sheets."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tuyentruyen_cli.read.archive import Archive
from tuyentruyen_cli.read.fault import unreadable
from tuyentruyen_cli.read.markup import take

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The attribute r:id, transitional and strict.
RELATIONSHIP_IDS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


class Relationship(NamedTuple):
    """A link to another part. ``kind`` is the last word of its type (``worksheet``), alike in both namespaces."""

    kind: str
    target: str


def relationships(archive: Archive, part: str) -> Mapping[str, Relationship]:
    """The links of a part by id; of the package for an empty name. Links out of the package are left out."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    return _links(folder, archive.part(source)) if source in archive else {}


@lru_cache(maxsize=64)
def _links(folder: str, content: bytes) -> Mapping[str, Relationship]:
    """What the links of a part come to. Workbooks of one program have the same, byte for byte."""
    found: dict[str, Relationship] = {}

    def add(element: Element) -> None:
        if element.get("TargetMode", "").lower() != "external":
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relationship(kind, _resolved(folder, element.get("Target", "")))

    take(content, {_RELATIONSHIP: add})
    return MappingProxyType(found)


def main_part(archive: Archive) -> str:
    """The part that the document begins with."""
    for relationship in relationships(archive, "").values():
        if relationship.kind == "officeDocument":
            return relationship.target
    raise unreadable("damaged")


def _resolved(folder: str, target: str) -> str:
    """The name of a part from a link: relative to its source's folder or absolute, backslashes, ``%20`` for a space."""
    path = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
