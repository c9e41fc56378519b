"""What an office's template says, held against the values that a document of its kind is filled from."""

from typing import NamedTuple

from msgspec import Struct


class Tag(NamedTuple):
    """A tag, the text of the page around it, how often it stands there, and what it prints in the sample (empty: not known)."""

    tag: str
    place: str
    times: int
    prints: str


class Unknown(NamedTuple):
    """A name that does not exist, the text of the page where it stands, and the name that may be meant (or empty)."""

    name: str
    place: str
    close: str


class TemplateRead(Struct, frozen=True, array_like=True, gc=False):
    """The tags of a template in the order of the page, names that do not exist, and values that it leaves out."""

    tags: tuple[Tag, ...]
    unknown: tuple[Unknown, ...]
    unused: tuple[str, ...]
