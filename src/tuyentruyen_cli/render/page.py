"""A page that needs nothing else: one file with its style and script inside, which asks nothing of any network."""

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from tuyentruyen_cli import resources
from tuyentruyen_cli.render.faults import TemplateBroken
from tuyentruyen_cli.render.words import clean

TEMPLATE = "page.html.j2"
SHIPPED = "bao-cao-tuan"


def written(folder: Path, view: Mapping[str, object]) -> bytes:
    """The template ``page.html.j2`` of a folder filled in, with ``page.css`` and ``page.js`` from there, or else as shipped.

    The template is given ``style`` and ``script``, and ``policy``: that nothing runs or is loaded but these two. Values are
    text; none becomes markup. Raises TemplateBroken.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = (_beside(folder, name) for name in ("page.css", "page.js"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    )
    try:
        template = environment.get_template(TEMPLATE)
        # Style and script are files of the folder, no values; what stands in them is not escaped.
        page = template.render(view, style=Markup(style), script=Markup(script), policy=Markup(policy))  # noqa: S704
    except TemplateSyntaxError as error:
        raise _broken(folder, error, f"dòng {error.lineno}") from error
    except TemplateError as error:
        raise _broken(folder, error, "…") from error
    return page.lstrip().encode()


def _clean(value: object) -> object:
    """A text without what no page can hold or what reorders what a reader sees."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _beside(folder: Path, name: str) -> str:
    path = folder / name
    return (path if path.is_file() else resources.template(SHIPPED) / name).read_text(encoding="utf-8")


def _broken(folder: Path, error: TemplateError, place: str) -> TemplateBroken:
    return TemplateBroken(
        "render.template-broken", file=folder / TEMPLATE, why=error.message or type(error).__name__, place=place
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
