"""The nouns as plain JSON and back, so that what is remembered can be read again and compared.

A struct or named tuple becomes the list of its fields, in order: short, and read back by the type alone.
"""

import datetime as dt
import types
from collections.abc import Callable
from enum import Enum
from functools import cache
from sys import intern
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from msgspec import Struct, json

T = TypeVar("T")
# None: the data is the noun already.
Reader: TypeAlias = Callable[[Any], Any] | None


def to_json(value: object) -> str:
    """A noun, or lists and mappings of nouns, as JSON text. Raises TypeError for what is none."""
    return json.encode(value, enc_hook=_no_noun).decode()


def to_data(value: object) -> object:
    """A noun as lists, strings, numbers, booleans and None. Raises TypeError for what is none."""
    data: object = json.decode(to_json(value))
    return data


def from_data(kind: type[T], data: object) -> T:
    """The noun of that type. Raises ValueError or TypeError when the data does not fit."""
    read: Callable[[object], T] | None = _reader(kind)  # type: ignore[arg-type]
    return read(data) if read else cast("T", data)


def _no_noun(value: object) -> object:
    raise TypeError(f"not a noun: {type(value).__name__}")


@cache
def _reader(kind: Any) -> Reader:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {types.UnionType, Union}:
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if isinstance(kind, type):
        if issubclass(kind, Struct):
            return _record(kind, list(kind.__struct_fields__))
        if issubclass(kind, tuple) and hasattr(kind, "_fields"):
            return _record(kind, list(kind._fields))
        if issubclass(kind, Enum):
            return _member(kind)
        if kind in {dt.datetime, dt.date, dt.time}:
            return kind.fromisoformat
    return None


def _member(kind: type[Enum]) -> Reader:
    members = {member.value: member for member in kind}

    def read(data: Any) -> Enum:
        try:
            return members[data]
        except (KeyError, TypeError) as error:
            raise ValueError(f"{data!r} is no {kind.__name__}") from error

    return read


def _union(arguments: tuple[Any, ...]) -> Reader:
    others = [a for a in arguments if a is not type(None)]
    if len(others) == 1:
        inner = _reader(others[0])
        return None if inner is None else lambda data: None if data is None else inner(data)
    # Unions of plain values only; a list stands for a tuple of texts.
    return lambda data: tuple(data) if isinstance(data, list) else data


def _tuple(arguments: tuple[Any, ...]) -> Reader:
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004
        if arguments[0] == tuple[str, str]:
            return _shared()
        inner = _reader(arguments[0])
        return tuple if inner is None else lambda data: tuple([inner(d) for d in data])
    readers = [_reader(a) for a in arguments]
    if len(readers) == 2 and readers[0] is None and readers[1]:  # noqa: PLR2004 - a measure and its value: most of all there is
        return _named(readers[1])
    return lambda data: tuple([r(d) if r else d for r, d in zip(readers, data, strict=True)])


def _named(read: Callable[[Any], Any]) -> Reader:
    def pair(data: Any) -> tuple[Any, Any]:
        name, value = data
        return intern(name), read(value)

    return pair


def _shared() -> Reader:
    """The dimensions of a row, above all: there are as many as rows, and few that differ."""
    seen: dict[Any, Any] = {}

    def pairs(data: Any) -> Any:
        read = tuple([(name, text) for name, text in data])
        return seen.setdefault(read, read)

    return pairs


def _record(kind: Any, names: list[str]) -> Reader:
    hints = get_type_hints(kind)
    readers = [_reader(hints[n]) for n in names]
    made = [(i, read) for i, read in enumerate(readers) if read]
    # What a cell says, and the names of files and sheets, come again and again.
    texts = [i for i, n in enumerate(names) if hints[n] is str]
    if issubclass(kind, tuple) and not made:
        return _plain_record(kind, texts)

    def build(data: Any) -> Any:
        if not isinstance(data, list) or len(data) != len(readers):
            raise ValueError(f"{kind.__name__} has {len(readers)} fields")
        values = data[:]
        for i, read in made:
            values[i] = read(values[i])
        for i in texts:
            values[i] = intern(values[i])
        return kind(*values)

    return build


def _plain_record(kind: Any, texts: list[int]) -> Reader:
    """A place, above all: there are as many as cells, and their files and sheets are few."""

    def build(data: Any) -> Any:
        if not isinstance(data, list):
            raise ValueError(f"no {kind.__name__}")  # noqa: TRY004 - as for every other data that does not fit
        values = data[:]
        for i in texts:
            values[i] = intern(values[i])
        return kind._make(values)

    return build
