"""Texts of a view model that know where figures stand in them, for documents that are to be verified later."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, Self

from tuyentruyen_cli.render.lookup import Key
from tuyentruyen_cli.render.marks import OPEN, pieces
from tuyentruyen_cli.render.number_text import numbers_in
from tuyentruyen_cli.render.words import clean

_DIGIT: Final = re.compile(r"\d")
# A row's place in its table, and the words over a table.
NOT_SAID = frozenset({"number", "columns", "label", "heading"})


class Place(NamedTuple):
    """Where in a text a number stands. ``key`` is that of its figure; None for a number that is no figure of the report (how
    many units sent something, a day).
    """

    start: int
    end: int
    key: Key | None


class Said(str):
    """A text, and the numbers in it. Whatever a template makes of it is text again, without places."""

    __slots__ = ("_places",)
    _places: tuple[Place, ...]

    @classmethod
    def of(cls, text: str, places: Sequence[Place]) -> Self:
        """The text with these places, in their order and none over another."""
        made = cls(text)
        made._places = tuple(places)
        return made

    def split_up(self) -> list[tuple[str, Place | None]]:
        """The text in pieces, each with its place or none."""
        found: list[tuple[str, Place | None]] = []
        end = 0
        for place in self._places:
            found += [(self[end : place.start], None), (self[place.start : place.end], place)]
            end = place.end
        return [*found, (self[end:], None)]


def as_it_is(view: object) -> object:
    """The same view model: its texts are said when a document is filled in from it."""
    return view


def said(view: object) -> object:
    """The same lists and dictionaries with every text clean; texts with figures or other numbers know their places."""
    match view:
        case Said():
            return view
        case str():
            return _said(view)
        case dict():
            return {key: said(inner) if key not in NOT_SAID else _plain(inner) for key, inner in view.items()}
        case list() | tuple():
            return [said(inner) for inner in view]
        case _:
            return view


def _plain(view: object) -> object:
    match view:
        case str():
            return clean(view)
        case dict():
            return {key: _plain(inner) for key, inner in view.items()}
        case list() | tuple():
            return [_plain(inner) for inner in view]
        case _:
            return view


def _said(text: str) -> str:
    if OPEN not in text and not _DIGIT.search(text):
        return clean(text)
    found = pieces(text)
    if len(found) == 3 and not found[0][0] and not found[2][0]:  # noqa: PLR2004 - a figure and nothing else, as most cells are
        shown = clean(found[1][0])
        return Said.of(shown, [Place(0, len(shown), found[1][1])])
    whole = ""
    places: list[Place] = []
    for piece, key in found:
        shown = clean(piece)
        if key is not None:
            places.append(Place(len(whole), len(whole) + len(shown), key))
        whole += shown
    numbers = [Place(*number.span(), None) for number in numbers_in(whole, dates=True)]
    places += [n for n in numbers if not any(p.start < n.end and n.start < p.end for p in places)]
    return Said.of(whole, sorted(places, key=lambda p: p.start)) if places else whole
