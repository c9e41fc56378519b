"""The nouns as plain JSON and back, so that what is remembered can be read again and compared.

A struct is written as the list of its fields, in order: short, and read back by the type alone.
"""

from functools import cache
from typing import Any, TypeVar

from msgspec import MsgspecError, convert, json

T = TypeVar("T")


def to_json(value: object) -> str:
    """A noun, or lists and mappings of nouns, as JSON text. Raises TypeError for what is none."""
    return json.encode(value, enc_hook=_no_noun).decode()


def to_document(value: object) -> bytes:
    """Plain values as a JSON document for people and programs: two spaces a step, a line feed at its end."""
    return json.format(json.encode(value), indent=2) + b"\n"


def to_data(value: object) -> object:
    """A noun as lists, strings, numbers, booleans and None. Raises TypeError for what is none."""
    data: object = json.decode(to_json(value))
    return data


def from_json(kind: type[T], text: bytes) -> T:
    """The noun of that type, or a tuple of nouns. Raises ValueError when the text does not fit."""
    try:
        decoder: json.Decoder[T] = _decoder(kind)  # type: ignore[arg-type]
        return decoder.decode(text)
    except MsgspecError as error:
        raise ValueError(str(error)) from error


def from_data(kind: type[T], data: object) -> T:
    """The noun of that type. Raises ValueError when the data does not fit."""
    try:
        return convert(data, kind)
    except MsgspecError as error:
        raise ValueError(str(error)) from error


@cache
def _decoder(kind: Any) -> "json.Decoder[Any]":
    return json.Decoder(kind)


def _no_noun(value: object) -> object:
    raise TypeError(f"not a noun: {type(value).__name__}")
