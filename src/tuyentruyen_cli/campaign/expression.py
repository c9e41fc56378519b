"""The expressions of an office's own rules: what may stand in one, and which measures it names."""

from typing import NamedTuple

# A comparison, or several joined: anything else is no yes or no.
_ANSWERS = ("Compare", "And", "Or", "Not", "Test")
_PARTS = frozenset({*_ANSWERS, "Operand", "Name", "Const", "Add", "Sub", "Mul", "Div", "Neg", "Pos"})
_TESTS = frozenset({"none"})
_COMPARISONS = frozenset({"eq", "ne", "lt", "lteq", "gt", "gteq"})


class Expression(NamedTuple):
    """The measures that an expression names, and those that it compares and not only asks for with ``is none``."""

    named: tuple[str, ...]
    compared: tuple[str, ...]


def read_expression(text: str) -> Expression | None:
    """What an expression such as ``broadcasts > 100 and items < 5`` names; None when it is none, or more than may stand in one.

    Measures, numbers, comparisons, ``and``, ``or``, ``not``, ``is none`` and the four operations: nothing that could be called,
    looked into or fail for a figure, so that a rule that loads never breaks a week.
    """
    from jinja2 import Environment, TemplateSyntaxError, nodes  # noqa: PLC0415 - few offices have rules of their own
    from jinja2.parser import Parser  # noqa: PLC0415

    try:
        parser = Parser(Environment(autoescape=True), text, state="variable")
        tree = parser.parse_expression()
    except TemplateSyntaxError:
        return None
    if not parser.stream.eos or type(tree).__name__ not in _ANSWERS:
        return None
    every = [tree, *tree.find_all(nodes.Node)]
    if not all(_allowed(node) for node in every):
        return None
    asked = {id(test.node) for test in every if isinstance(test, nodes.Test)}
    names = [node for node in every if isinstance(node, nodes.Name)]
    named = tuple(dict.fromkeys(n.name for n in names))
    return Expression(named, tuple(dict.fromkeys(n.name for n in names if id(n) not in asked))) if named else None


def _allowed(node: object) -> bool:
    kind = type(node).__name__
    if kind == "Const":
        return type(getattr(node, "value", None)) in {int, float}
    if kind == "Test":
        return getattr(node, "name", "") in _TESTS and type(getattr(node, "node", None)).__name__ == "Name"
    if kind == "Operand":
        return getattr(node, "op", "") in _COMPARISONS
    return kind in _PARTS
