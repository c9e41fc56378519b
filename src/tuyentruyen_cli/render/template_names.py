"""What a template mentions, found by reading it: every name that does not exist, in branches too that a sample does not take.

Values are followed through the sample's view: ``row`` of ``{% for row in unit_table.rows %}`` is any of those rows. What cannot
be followed is left to the rendering, which refuses it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jinja2 import nodes

MOST_ROWS: Final = 50  # of a list that are looked into
LOOP: Final = "loop"


class Missing(NamedTuple):
    """A name that does not exist: as it is written (``row.nmae``), the names that there are, the line of the template."""

    name: str
    known: tuple[str, ...]
    line: int


Values = tuple[Any, ...]
Scope = dict[str, Values]


class Names:
    """Goes through a template once. ``missing`` are names that do not exist, ``used`` what is mentioned
    (``letterhead.copies``), ``printed`` is what an expression comes to in the sample.
    """

    def __init__(self, view: Mapping[str, object], known: frozenset[str]) -> None:
        self._view = view
        self._known = known
        self.missing: list[Missing] = []
        self.used: set[str] = set()
        self.printed: dict[str, str] = {}
        self._paths: dict[int, str] = {id(view): ""}

    def go(self, template: nodes.Template) -> None:
        """Look through a parsed template."""
        self._body(template.body, {name: (value,) for name, value in self._view.items()})

    def _body(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        scope = dict(scope)
        for node in body:
            self._node(node, scope)

    def _node(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._for(node, scope)
            case nodes.Macro() | nodes.CallBlock():
                self._macro(node, scope)
            case nodes.Assign():
                scope |= self._bound(node.target, self.values(node.node, scope))
            case nodes.AssignBlock():
                scope |= self._bound(node.target, ())
                self._body(node.body, scope)
            case nodes.Output():
                for printed in node.nodes:
                    self._print(printed, scope)
            case nodes.Expr():
                self.values(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self._node(child, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        values = self.values(node.iter, scope)
        inner = scope | self._bound(node.target, _elements(values)) | {LOOP: ()}
        if node.test is not None:
            self.values(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, scope)

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        names = [*(arg.name for arg in node.args), "caller", "varargs", "kwargs"]
        if isinstance(node, nodes.Macro):
            scope[node.name] = ()
        else:
            self.values(node.call, scope)
        self._body(node.body, scope | dict.fromkeys(names, ()))

    def _print(self, node: nodes.Expr, scope: Scope) -> None:
        values = [value for value in self.values(node, scope) if isinstance(value, str | int) and value != ""]
        if values and not isinstance(node, nodes.TemplateData | nodes.Const):
            self.printed.setdefault(written(node), str(values[0]))

    def _bound(self, target: nodes.Node, values: Values) -> Scope:
        """The names that a loop or assignment sets; of several at once nothing is known."""
        if isinstance(target, nodes.Name):
            return {target.name: values}
        return {name.name: () for name in target.find_all(nodes.Name)}

    def values(self, node: nodes.Node, scope: Scope) -> Values:
        """What an expression may be in the sample; nothing where it cannot be told."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr() | nodes.Getitem():
                return self._part(node, scope)
            case nodes.Const():
                return (node.value,)
        for child in node.iter_child_nodes():
            self.values(child, scope) if isinstance(child, nodes.Expr | nodes.Helper) else None
        return ()

    def _name(self, node: nodes.Name, scope: Scope) -> Values:
        if node.name in scope:
            values = scope[node.name]
            if len(values) == 1 and values[0] is self._view.get(node.name):
                self._use(node.name)
            return values
        if node.name not in self._known:
            self.missing.append(Missing(node.name, tuple(self._view), node.lineno))
        return ()

    def _part(self, node: nodes.Getattr | nodes.Getitem, scope: Scope) -> Values:
        holders = self.values(node.node, scope)
        if isinstance(node, nodes.Getattr):
            key: object = node.attr
        else:
            asked = self.values(node.arg, scope)
            if len(asked) != 1 or not isinstance(node.arg, nodes.Const):
                return _elements(holders)
            key = asked[0]
        dictionaries = [h for h in holders if isinstance(h, Mapping)]
        if isinstance(key, str) and dictionaries and len(dictionaries) == len(holders):
            return self._member(node, key, dictionaries)
        lists = [h for h in holders if isinstance(h, Sequence)]
        return tuple(h[key] for h in lists if isinstance(key, int) and -len(h) <= key < len(h))

    def _member(self, node: nodes.Getattr | nodes.Getitem, key: str, holders: Sequence[Mapping[str, Any]]) -> Values:
        found = tuple(holder[key] for holder in holders if key in holder)
        for holder in holders:
            path = self._paths.get(id(holder))
            if path is not None:
                self._use(f"{path}.{key}")
        if not found and any(holders):
            known = tuple(dict.fromkeys(name for holder in holders for name in holder))
            self.missing.append(Missing(f"{written(node.node)}.{key}", known, node.lineno))
        return found

    def _use(self, path: str) -> None:
        self.used.add(path)
        value = self._view.get(path)
        if isinstance(value, Mapping):
            self._paths[id(value)] = path

    def unused(self) -> Iterator[str]:
        """What of the view the template does not mention; of a part that it mentions by name the members that it leaves out."""
        for name, value in self._view.items():
            if name not in self.used:
                yield name
            elif isinstance(value, Mapping):
                members = [f"{name}.{member}" for member in value]
                if any(member in self.used for member in members):
                    yield from (member for member in members if member not in self.used)


def _elements(values: Values) -> Values:
    found = [element for value in values if isinstance(value, list | tuple) for element in value[:MOST_ROWS]]
    return tuple(found)


def written(node: nodes.Node) -> str:
    """An expression as a template writes it, as far as that can be said shortly."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{written(node.node)}.{node.attr}"
        case nodes.Getitem():
            return f"{written(node.node)}[{node.arg.value if isinstance(node.arg, nodes.Const) else '…'}]"
        case _:
            return "…"
