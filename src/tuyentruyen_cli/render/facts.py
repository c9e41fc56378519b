"""What a document tells of the figures that it writes."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from tuyentruyen_cli.render.lookup import Key


class Source(NamedTuple):
    """A file that figures were read from."""

    file: str
    sha256: str


class Fact(NamedTuple):
    """A figure as the document writes it. ``about`` says in words whose and which; ``covered`` of ``expected`` units are in it
    (-1: nobody knows how many there should be); ``sources`` are indices of the part's sources.
    """

    key: Key
    about: str
    value: int
    covered: int
    expected: int
    sources: tuple[int, ...]


# For the keys of the figures that a document writes: the files that they were read from, as far as one can tell, and the facts.
FactsOf: TypeAlias = Callable[[Iterable[Key]], tuple[tuple[Source, ...], dict[Key, Fact]]]
