"""The nouns as plain JSON values and back, so that what is remembered can be read again and compared.

A dataclass or named tuple becomes the list of its fields, in order: short, and read back by the type alone.
"""

import datetime as dt
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_data(value: object) -> object:
    """A noun as lists, strings, numbers, booleans and None."""
    if value is None or (isinstance(value, (bool, int, float)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return value.isoformat()
    if is_dataclass(value):
        return [to_data(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, (tuple, list)):
        return [to_data(v) for v in value]
    raise TypeError(f"not a noun: {type(value).__name__}")


def from_data(kind: type[T], data: object) -> T:
    """The noun of that type. Raises ValueError or TypeError when the data does not fit."""
    reader: Callable[[Any], T] = _reader(kind)  # type: ignore[arg-type]
    return reader(data)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {types.UnionType, Union}:
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if isinstance(kind, type):
        if is_dataclass(kind):
            return _record(kind, [f.name for f in fields(kind)])
        if issubclass(kind, tuple) and hasattr(kind, "_fields"):
            return _record(kind, list(kind._fields))
        if issubclass(kind, Enum):
            return kind
        if kind in {dt.datetime, dt.date, dt.time}:
            return kind.fromisoformat
    return lambda data: data


def _union(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    others = [a for a in arguments if a is not type(None)]
    if len(others) == 1:
        inner = _reader(others[0])
        return lambda data: None if data is None else inner(data)
    # Unions of plain values only; a list stands for a tuple of texts.
    return lambda data: tuple(data) if isinstance(data, list) else data


def _tuple(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004
        inner = _reader(arguments[0])
        return lambda data: tuple(inner(d) for d in data)
    readers = [_reader(a) for a in arguments]
    return lambda data: tuple(r(d) for r, d in zip(readers, data, strict=True))


def _record(kind: Any, names: list[str]) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [_reader(hints[n]) for n in names]

    def build(data: Any) -> Any:
        if not isinstance(data, list) or len(data) != len(readers):
            raise ValueError(f"{kind.__name__} has {len(readers)} fields")
        return kind(*(r(d) for r, d in zip(readers, data, strict=True)))

    return build
