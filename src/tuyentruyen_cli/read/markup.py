"""Streaming through the XML of a part: expat with namespaces, no DOCTYPE, one kind of fault."""

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, TypeVar
from xml.parsers import expat

from tuyentruyen_cli.read.fault import unreadable, unsafe

Attributes: TypeAlias = dict[str, str]
Start: TypeAlias = Callable[[Attributes], None]
End: TypeAlias = Callable[[], None]
Handler = TypeVar("Handler", Start, End)

# Transitional, and the strict form that Excel writes as "Strict Open XML" (openpyxl opens it with no sheets).
SPREADSHEET: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
# What expat decodes by itself. An encoding that Python would have to decode is no encoding of a document an office writes.
_KNOWN_ENCODINGS: Final = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1"})
_ENCODING: Final = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_TRUE: Final = frozenset({"1", "true", "on", "t"})


def parser() -> expat.XMLParserType:
    """A parser that names elements ``namespace local`` and refuses a DOCTYPE."""
    made = expat.ParserCreate(namespace_separator=" ")
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse_doctype
    return made


def run(made: expat.XMLParserType, content: bytes) -> None:
    """Parses a whole part. Raises FileFault ``damaged``, also for an attribute that should be a number and is none."""
    encoding = _ENCODING.match(content)
    if encoding and encoding[1].lower() not in _KNOWN_ENCODINGS:
        raise unreadable("damaged")
    try:
        made.Parse(content, True)  # noqa: FBT003 - expat takes no keyword
    except (expat.ExpatError, ValueError) as error:
        raise unreadable("damaged") from error


def attach(made: expat.XMLParserType, starts: Mapping[str, Start], ends: Mapping[str, End]) -> None:
    """Calls the handler of each element that has one. Names are ``namespace local``."""
    find_start, find_end = starts.get, ends.get

    def start(name: str, attributes: Attributes) -> None:
        handler = find_start(name)
        if handler:
            handler(attributes)

    def end(name: str) -> None:
        handler = find_end(name)
        if handler:
            handler()

    made.StartElementHandler = start
    if ends:
        made.EndElementHandler = end


def walk(content: bytes, starts: Mapping[str, Start], ends: Mapping[str, End] | None = None) -> None:
    """Calls the handlers over a whole part."""
    made = parser()
    attach(made, starts, ends or {})
    run(made, content)


def in_spreadsheet(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """The handlers by local name, keyed for both spreadsheet namespaces."""
    return {f"{namespace} {local}": handler for namespace in SPREADSHEET for local, handler in handlers.items()}


def flag(attributes: Attributes, name: str) -> bool:
    """A boolean attribute; absent is false."""
    return attributes.get(name, "").strip().lower() in _TRUE


def whole(attributes: Attributes, name: str) -> int:
    """A whole number that an element must have. Raises FileFault without it, ValueError for what is no number."""
    if name not in attributes:
        raise unreadable("damaged")
    return int(attributes[name])


def _refuse_doctype(*_: object) -> None:
    raise unsafe("doctype")
