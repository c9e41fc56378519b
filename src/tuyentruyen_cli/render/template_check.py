"""Reads an office's template against the values that a document of its kind is filled from."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateSyntaxError

from tuyentruyen_cli.model.template import Tag, TemplateRead, Unknown
from tuyentruyen_cli.render.bookmarks import Marker
from tuyentruyen_cli.render.ooxml import text, w
from tuyentruyen_cli.render.strict_template import TRIAL, StrictTemplate, Trial
from tuyentruyen_cli.render.template_environment import close_name, environment
from tuyentruyen_cli.render.template_names import Names

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
PAGE_TEXT = 90


@contextmanager
def trial(template: Path) -> Iterator[Trial]:
    """While it lasts every document of this process is made from that template."""
    tried = Trial(template)
    token = TRIAL.set(tried)
    try:
        yield tried
    finally:
        TRIAL.reset(token)


def read_template(path: Path, view: Mapping[str, object]) -> TemplateRead:
    """What a template says. Raises TemplateBroken for a file that is no Word file."""
    template = StrictTemplate(path)
    template.open()
    env = environment(Marker())
    names = Names(view, frozenset(env.globals) | {"loop", "self", "caller"})
    unknown: dict[Unknown, None] = {}
    for source in template.sources():
        try:
            names.go(env.parse(source))
        except TemplateSyntaxError:
            continue  # the rendering says it, with its place
        for missing in names.missing:
            line = " ".join(re.sub(r"<[^>]*>", "", source.split("\n")[missing.line - 1]).split())
            unknown[Unknown(missing.name, line[:PAGE_TEXT], close_name(missing.name.rpartition(".")[2], missing.known))] = None
        names.missing.clear()
    return TemplateRead(tuple(_tags(template, names)), tuple(unknown), tuple(names.unused()))


def _tags(template: StrictTemplate, names: Names) -> Iterator[Tag]:
    paragraphs = [text(p) for part in template.trees() for p in part.iter(w("p"))]
    found = Counter((tag, said.strip()[:PAGE_TEXT]) for said in paragraphs for tag in TAG.findall(said))
    for (tag, place), times in found.items():
        yield Tag(tag, place, times, names.printed.get("".join(tag.strip("{}").split()), ""))
