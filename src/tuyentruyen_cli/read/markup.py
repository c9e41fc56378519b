"""Streaming through the XML of a part: expat with namespaces, no DOCTYPE, one kind of fault."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias, TypeVar, cast
from xml.etree.ElementTree import XML, Element, ParseError, XMLPullParser
from xml.parsers import expat

from tuyentruyen_cli.read.fault import unreadable, unsafe

Attributes: TypeAlias = dict[str, str]
Start: TypeAlias = Callable[[Attributes], None]
End: TypeAlias = Callable[[], None]
Complete: TypeAlias = Callable[[Element], None]
Handler = TypeVar("Handler", Start, Complete)

# Transitional, and the strict form that Excel writes as "Strict Open XML" (openpyxl opens it with no sheets).
SPREADSHEET: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
# What expat decodes by itself. An encoding that Python would have to decode is no encoding of a document an office writes.
_KNOWN_ENCODINGS: Final = frozenset({b"", b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1"})
_ENCODING: Final = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_PIECE: Final = 1 << 17  # bytes: a larger part is taken in such pieces
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)
_TRUE: Final = frozenset({"1", "true", "on", "t"})


def parser() -> expat.XMLParserType:
    """A parser that names elements ``namespace local`` and refuses a DOCTYPE."""
    made = expat.ParserCreate(namespace_separator=" ")
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse_doctype
    return made


def run(made: expat.XMLParserType, content: bytes) -> None:
    """Parses a whole part. Raises FileFault ``damaged``, also for an attribute that should be a number and is none."""
    _check_encoding(content)
    try:
        made.Parse(content, True)  # noqa: FBT003 - expat takes no keyword
    except (expat.ExpatError, ValueError) as error:
        raise unreadable("damaged") from error


def walk(content: bytes, starts: Mapping[str, Start]) -> None:
    """Calls the handler of each element that has one, as it starts. Names are ``namespace local``."""
    find = starts.get

    def start(name: str, attributes: Attributes) -> None:
        handler = find(name)
        if handler:
            handler(attributes)

    made = parser()
    made.StartElementHandler = start
    run(made, content)


def take(content: bytes, handlers: Mapping[str, Complete]) -> None:
    """Gives each element that has a handler to it, with all that is in it. Names are ``{namespace}local``.

    For parts of an archive, which holds no DOCTYPE. Elements are built in C: calls for every start and end cost several times
    as much. A handler clears what there is much of. Raises FileFault as ``run`` does.
    """
    _check_encoding(content)
    find = handlers.get
    try:
        for element in XML(content).iter() if len(content) <= _PIECE else _as_they_end(content):
            handler = find(element.tag)
            if handler:
                handler(element)
    except (ParseError, ValueError) as error:
        raise unreadable("damaged") from error


def _as_they_end(content: bytes) -> Iterator[Element]:
    """The elements of a part too large to be held as a whole."""
    made: XMLPullParser[Element] = XMLPullParser(("end",))
    for begin in range(0, len(content), _PIECE):
        made.feed(content[begin : begin + _PIECE])
        for _, element in cast("Iterator[tuple[str, Element]]", made.read_events()):
            yield element
    made.close()


def in_spreadsheet(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """The handlers by local name, keyed for both spreadsheet namespaces."""
    return {f"{{{namespace}}}{local}": handler for namespace in SPREADSHEET for local, handler in handlers.items()}


def names_in_spreadsheet(local: str) -> frozenset[str]:
    """The names that ``take`` has for an element of both spreadsheet namespaces."""
    return frozenset(f"{{{namespace}}}{local}" for namespace in SPREADSHEET)


def flag(attributes: Mapping[str, str], name: str) -> bool:
    """A boolean attribute; absent is false."""
    return attributes.get(name, "").strip().lower() in _TRUE


def whole(attributes: Mapping[str, str], name: str) -> int:
    """A whole number that an element must have. Raises FileFault without it, ValueError for what is no number."""
    if name not in attributes:
        raise unreadable("damaged")
    return int(attributes[name])


def encoding_of(content: bytes) -> bytes:
    """The encoding that a part declares, in small letters; empty when it declares none."""
    encoding = _ENCODING.match(content)
    return encoding[1].lower() if encoding else b""


def _check_encoding(content: bytes) -> None:
    if encoding_of(content) not in _KNOWN_ENCODINGS:
        raise unreadable("damaged")


def escaped(text: str) -> str:
    """The text as it is written between tags or quotes. Line ends and tabs would else be read back as others."""
    return text.translate(_ESCAPES)


def _refuse_doctype(*_: object) -> None:
    raise unsafe("doctype")
