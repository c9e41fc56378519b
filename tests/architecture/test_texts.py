"""The catalogue of messages is whole: both languages, nothing missing, nothing left over, every slug explained."""

import ast
import errno
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from tuyentruyen_cli import errors
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.texts import AREAS, area

BY_RULE = ("rules", "hints", "titles", "why")
ID = re.compile(rf"(?:{'|'.join(AREAS)})\.[a-z0-9][a-z0-9.-]*")
START = re.compile(rf"(?:{'|'.join(AREAS)})\.[a-z0-9.-]*")
FAULTS = {name for name, thing in vars(errors).items() if isinstance(thing, type) and issubclass(thing, errors.OperatorError)}
CATALOGUE = {f"{name}.{key}": both for name in AREAS for key, both in area(name).items()}


def test_every_area_is_listed(root: Path) -> None:
    """A module of messages that is not in AREAS would be tested by nobody."""
    folder = root / "src" / "tuyentruyen_cli" / "texts"
    modules = {p.stem for p in folder.glob("*.py")} - {"__init__"}
    assert modules | {p.parent.name for p in folder.glob("*/__init__.py")} == set(AREAS)


@pytest.mark.parametrize("name", ["rules", "hints", "why", "examples"])
def test_no_message_stands_twice_in_an_area(name: str, root: Path) -> None:
    """Of two modules of one area the later would hide what the earlier says."""
    package = import_module(f"tuyentruyen_cli.texts.{name}")
    parts = [vars(package)[p.stem] for p in (root / "src" / "tuyentruyen_cli" / "texts" / name).glob("*s.py")]
    keys = [key for part in parts for key in vars(part).get("MESSAGES", vars(part).get("EXAMPLES"))]
    assert len(parts) == 4
    assert len(keys) == len(set(keys))


def test_every_message_has_both_languages() -> None:
    """Neither Vietnamese nor English is empty."""
    assert [key for key, both in CATALOGUE.items() if len(both) != 2 or not all(text.strip() for text in both)] == []


def test_both_languages_say_the_same() -> None:
    """The same arguments stand in both, and each is a plain name."""
    assert {key: both for key, both in CATALOGUE.items() if placeholders(both[0]) != placeholders(both[1])} == {}
    assert {key for key, both in CATALOGUE.items() if not all(name.isidentifier() for name in placeholders(both[0]))} == set()


def test_every_message_named_in_the_program_exists(modules: dict[str, ast.Module]) -> None:
    """Whatever looks like the id of a message is one; the start of an id that is completed later fits at least one."""
    wrong = {f"{name}: {text}" for name, text in constants(modules) if ID.fullmatch(text) and text not in CATALOGUE}
    starts = {f"{name}: {text}" for name, text in completed(modules) if not any(key.startswith(text) for key in CATALOGUE)}
    assert wrong | starts == set()


def test_no_message_is_written_twice(modules: dict[str, ast.Module]) -> None:
    """The second of two with one id would silently take the place of the first."""
    twice = []
    for name, tree in modules.items():
        for node in ast.walk(tree) if name.startswith("texts/") else ():
            if isinstance(node, ast.Dict):
                keys = [str(key.value) for key in node.keys if isinstance(key, ast.Constant)]
                twice += [f"{name}: {key}" for key in set(keys) if keys.count(key) > 1]
    assert twice == []


def test_no_message_is_unused(modules: dict[str, ast.Module], root: Path) -> None:
    """Its id stands in the program or a template; or the start of its id does, and the rest is a word of the program, or the name
    of something that a rule's message is filled with.
    """
    words = {text for _, text in constants(modules)}
    arguments = {name for by in BY_RULE for both in area(by).values() for name in placeholders(both[0])}
    named = {*words, *(i for path in text_files(root / "templates") for i in ID.findall(path.read_text(encoding="utf-8")))}
    starts = {text for _, text in completed(modules)}
    unused = {
        key
        for key in CATALOGUE
        if key.partition(".")[0] not in {*BY_RULE, "asks", "system"}
        and key not in named
        and not any(key.startswith(start) and key.removeprefix(start) in words | arguments for start in starts)
    }
    assert unused == set()


def test_errors_of_the_system_are_told_by_names_that_it_has() -> None:
    assert set(area("system")) - set(errno.errorcode.values()) == {"no-such-host"}


def test_every_message_gets_its_arguments(modules: dict[str, ast.Module]) -> None:
    """Where a message is said, or raised as a fault, all that it needs is handed over by name."""
    lacking = {
        f"{name}:{call.lineno}: {key} lacks {sorted(missing)}"
        for name, tree in modules.items()
        for call, key in said(tree)
        if (missing := placeholders(CATALOGUE[key][0]) - {keyword.arg for keyword in call.keywords if keyword.arg})
        and not any(keyword.arg is None for keyword in call.keywords)
    }
    assert lacking == set()


@pytest.mark.parametrize("name", BY_RULE)
def test_every_rule_is_explained(name: str) -> None:
    """Each rule says what was found, what to do, and why, and has a title; nothing is explained that is no rule."""
    assert set(RULES) - set(area(name)) == set()
    assert {key for key in area(name) if key.partition(".")[0] not in RULES} == set()


def test_every_rule_has_its_examples() -> None:
    """One as sent, and one as it should have been."""
    assert set(area("examples")) == {f"{which}.{slug}" for which in ("wrong", "right") for slug in RULES}


def test_a_variant_of_a_rule_is_told_in_both_places() -> None:
    """A message for one reason of a rule (``rule.reason``) has its hint, and a hint its message.

    Only what to type may also differ by the kind of measure: ``22 phút`` is no example for a count.
    """
    assert set(area("rules")) - set(area("hints")) == set()
    assert {key.rpartition(".")[2] for key in set(area("hints")) - set(area("rules"))} <= set(MeasureKind)


def test_every_finding_names_a_rule(modules: dict[str, ast.Module]) -> None:
    """A slug written where a finding is made, or looked up among the rules, is one of them."""
    assert {f"{name}: {slug}" for name, slug in slugs(modules) if slug not in RULES} == set()


def test_every_rule_can_speak(modules: dict[str, ast.Module]) -> None:
    """Some module besides the list of rules knows each slug, or how it starts."""
    others = {name: tree for name, tree in modules.items() if name != "model/rules.py"}
    words = {text for _, text in constants(others)}
    starts = tuple(text for _, text in completed(others, re.compile(r"[a-z-]+-")))
    assert {slug for slug in RULES if slug not in words and not slug.startswith(starts)} == set()


def placeholders(text: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def constants(modules: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """Every whole string that stands in the program, with its module; the catalogue's own are left out, and parts of f-strings."""
    for name, tree in modules.items():
        if not name.startswith("texts/"):
            parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in parts:
                    yield name, node.value


def completed(modules: dict[str, ast.Module], start: re.Pattern[str] = START) -> Iterator[tuple[str, str]]:
    """Every beginning of an id that is completed when the program runs: ``cli.`` of ``f"cli.{word}"``."""
    for name, tree in modules.items():
        for node in ast.walk(tree):
            first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and start.fullmatch(first.value):
                yield name, first.value


def said(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Each call that says a message, or raises it as an operator's fault, with the message's id."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"say", *FAULTS} and call.args:
            key = call.args[0]
            if isinstance(key, ast.Constant) and key.value in CATALOGUE:
                yield call, str(key.value)


def slugs(modules: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """Every slug written as ``Finding("slug", …)`` or ``RULES["slug"]``, with its module."""
    for name, tree in modules.items():
        for node in ast.walk(tree):
            slug: ast.expr | None = None
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Finding" and node.args:
                slug = node.args[0]
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "RULES":
                slug = node.slice
            if isinstance(slug, ast.Constant) and isinstance(slug.value, str):
                yield name, slug.value


def text_files(folder: Path) -> Iterator[Path]:
    """The templates that are text."""
    return (path for path in folder.rglob("*") if path.suffix in {".toml", ".j2", ".txt", ".md"})
