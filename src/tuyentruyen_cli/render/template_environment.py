"""The Jinja environment of Word templates: what an office's template may do, and nothing else.

A template comes from whoever edits it. It may read the values that it is given, loop, choose and filter; it reaches no method
of anything, calls nothing but ``range``, and cannot make a text out of all proportion.
"""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape

from tuyentruyen_cli.render.bookmarks import Marker
from tuyentruyen_cli.render.said import Said
from tuyentruyen_cli.render.words import clean

# No filter that lets markup in (safe, tojson, xmlattr, urlize), reaches attributes (attr), is not the same every time (random),
# or makes a long text of a short one (center, format, indent, wordwrap).
FILTERS: Final = frozenset(
    {"abs", "batch", "capitalize", "count", "d", "default", "e", "escape", "first", "float", "groupby", "int", "join", "last",
     "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select",
     "selectattr", "slice", "sort", "string", "sum", "title", "trim", "truncate", "unique", "upper"}
)  # fmt: skip
MOST_TURNS: Final = 100_000  # of all loops over ``range`` together
LONGEST: Final = 10_000  # of what is multiplied
LARGEST_POWER: Final = 64


class UnknownName(TemplateError):
    """A name that the view model does not have."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class NotAllowed(TemplateRuntimeError):
    """Something that no template may do; the message is what it tried."""


class _Unknown(StrictUndefined):
    """Any use of an unknown name raises ``UnknownName`` with the names that there are."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        known = tuple(map(str, obj)) if isinstance(obj, Mapping) else ()

        def fault(_message: str) -> UnknownName:
            return UnknownName(name or str(hint), known)

        super().__init__(hint, obj, name, fault if exc is UndefinedError else exc)  # type: ignore[arg-type]


class _Environment(ImmutableSandboxedEnvironment):
    """Names lead to what a dictionary holds, or to the state of a loop; never to a method."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``row.name``."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and not attribute.startswith("_"):
            return super().getattr(obj, attribute)
        if attribute in getattr(type(obj), "for_templates", ()):
            return getattr(obj, attribute)
        if isinstance(obj, StrictUndefined):
            return obj[attribute]  # raises what is wrong with it
        raise NotAllowed(f".{attribute}")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """``row.cells[2]``, ``row["name"]``."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, str | Sequence) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=obj, name=str(argument))
        return super().getitem(obj, argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Products and powers of numbers only, and of a size that a report can need."""
        if not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise NotAllowed(operator)
        if operator == "**" and (abs(right) > LARGEST_POWER or abs(left) > LONGEST):
            raise NotAllowed(operator)
        return super().call_binop(context, operator, left, right)


def environment(marker: Marker) -> ImmutableSandboxedEnvironment:
    """The environment for one document. A value is text of an XML document, whatever a template says about escaping."""
    turns = MOST_TURNS

    def text(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        return marker.written(value) if isinstance(value, Said) else escape(clean(str(value)))

    def counted(*bounds: int) -> range:
        nonlocal turns
        found = range(*bounds)
        turns -= len(found)
        if turns < 0:
            raise NotAllowed("range")
        return found

    env = _Environment(autoescape=True, undefined=_Unknown, finalize=text)
    env.filters = {name: made for name, made in env.filters.items() if name in FILTERS}
    env.globals = {"range": counted}
    return env


def close_name(name: str, known: Sequence[str]) -> str:
    """The known name that is most like one, or empty."""
    return next(iter(difflib.get_close_matches(name, known, n=1)), "")
