"""Texts of a view model that know where figures stand in them, for documents that are to be verified later."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, Self

from tuyentruyen_cli.render.marks import OPEN, Tie, alone, pieces
from tuyentruyen_cli.render.number_text import numbers_in
from tuyentruyen_cli.render.plain_numbers import Plain, plain_in, plain_stretches
from tuyentruyen_cli.render.words import clean

_DIGIT: Final = re.compile(r"\d")
# A row's place in its table, and the words over a table.
NOT_SAID = frozenset({"number", "columns", "label", "heading"})
# What the campaign, its units or their files call things, or wrote.
GIVEN = frozenset({"name", "subject", "letterhead", "placeholder", "direction", "difficulties", "tasks", "proposals"})


class Place(NamedTuple):
    """Where in a text a number stands. ``tie`` says which fact it writes, or else ``plain`` what it is instead."""

    start: int
    end: int
    tie: Tie | None
    plain: Plain | None = None


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


def said(view: object, *, are_given: bool = False) -> object:
    """The same lists and dictionaries with every text clean; texts with figures or other numbers know their places.

    ``are_given`` says that its texts were given to the program.
    """
    match view:
        case Said():
            return view
        case str():
            return _said(view, are_given=are_given)
        case dict():
            return {
                key: said(inner, are_given=are_given or key in GIVEN) if key not in NOT_SAID else _plain(inner)
                for key, inner in view.items()
            }
        case list() | tuple():
            return [said(inner, are_given=are_given) for inner in view]
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


def _said(text: str, *, are_given: bool) -> str:
    if OPEN not in text and not _DIGIT.search(text):
        return clean(text)
    figure = alone(text)  # as most cells are
    if figure:
        shown = clean(figure[0])
        return Said.of(shown, [Place(0, len(shown), figure[1])])
    whole = ""
    places: list[Place] = []
    quoted: list[tuple[int, int, Plain]] = []
    for piece, tie in pieces(text):
        shown = clean(piece)
        stretch = (len(whole), len(whole) + len(shown))
        if tie is not None and tie.key is None:
            quoted.append((*stretch, Plain.GIVEN))
        elif tie is not None:
            places.append(Place(*stretch, tie))
        whole += shown
    stretches = (*quoted, *plain_stretches(whole), *([(0, len(whole), Plain.GIVEN)] if are_given else []))
    taken = places[:]
    for number in numbers_in(whole, dates=True):
        start, end = number.span()
        if not any(p.start < end and start < p.end for p in taken):
            places.append(Place(start, end, None, plain_in(stretches, start, end)))
    return Said.of(whole, sorted(places, key=lambda p: p.start)) if places else whole
