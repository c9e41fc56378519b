"""Templates that an office makes its own: the shipped one laid into the campaign, and one that was edited looked through."""

import datetime as dt
import difflib
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct

from tuyentruyen_cli import resources
from tuyentruyen_cli.campaign.place import find
from tuyentruyen_cli.campaign.starting import write_sample
from tuyentruyen_cli.errors import NothingReadable, OperatorError, OutputRefused
from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.model.template import TemplateRead
from tuyentruyen_cli.pipeline.kinds import KINDS
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.sources import WEEKLY, Sources
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.read.document import document
from tuyentruyen_cli.read.fault import FileFault
from tuyentruyen_cli.render.faults import RenderError
from tuyentruyen_cli.render.figures_part import figures_part
from tuyentruyen_cli.render.template_check import read_template, trial
from tuyentruyen_cli.store.memory import open_store

TEMPLATE: Final = "report.docx"
SAMPLE_ENDING: Final = "-mau-thu.docx"
# The sample campaign's weeks, and a morning after the deadline of both.
SAMPLE_WEEKS: Final = ("week-05", "week-06")
SAMPLE_NOW: Final = dt.datetime(2021, 2, 12, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))


class Copied(NamedTuple):
    """A template in a campaign; ``there`` says that the same one was there already."""

    path: Path
    there: bool


def template_kinds() -> tuple[str, ...]:
    """The kinds of document that have a Word template."""
    made = (kind.id for kind in KINDS.values() if "docx" in kind.makers)
    return tuple(kind for kind in made if (resources.template(kind) / TEMPLATE).is_file())


def copy_template(start: Path, kind: str, lang: str, *, force: bool) -> Copied:
    """Lay the shipped template of a kind into the campaign. Raises OutputRefused when another one is there already."""
    _known(kind)
    root, campaign = required_campaign(start, lang)
    own = resources.template(campaign.schema.id) / TEMPLATE
    data = (own if kind == WEEKLY and own.is_file() else resources.template(kind) / TEMPLATE).read_bytes()
    target = root / "templates" / kind / TEMPLATE
    if target.exists():
        if target.read_bytes() == data:
            return Copied(target, there=True)
        if not force:
            raise OutputRefused("templates.edited", path=target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused("cli.cannot-make-folder", folder=target.parent, reason=error) from error
    write_atomic(target, data)
    return Copied(target, there=False)


class TemplateQuestion(Struct, frozen=True):
    """Which template is to be looked through, of which kind (None: the name of its folder), and where the sample goes."""

    file: Path
    now: dt.datetime
    kind: str | None = None
    output: Path | None = None
    lang: str = "vi"


class TemplateChecked(Struct, frozen=True):
    """What a template says. ``own`` says that the sample is a week of the campaign, not of the sample campaign; ``sample`` is
    where it was written, None where the template cannot be filled in, for the reason that ``fault`` is.
    """

    kind: str
    own: bool
    read: TemplateRead
    sample: Path | None
    fault: RenderError | None


def check_template(question: TemplateQuestion) -> TemplateChecked:
    """Look through a template and fill it in once. Raises NothingReadable for what is no Word file, OperatorError."""
    file = question.file
    folder = file.resolve().parent.name
    kind = _known(question.kind or (folder if folder in template_kinds() else WEEKLY))
    _refuse_no_word_file(file)
    root = find(file) or find(Path.cwd())
    tried = _of_campaign(root, kind, question) if root else None
    own, (view, made, fault) = tried is not None, tried or _of_sample(kind, question)
    if view is None:
        assert fault is not None, "a template that was not filled in has a fault"
        raise fault
    target = question.output or file.with_name(f"{file.stem}{SAMPLE_ENDING}")
    if made is not None:
        _write(target, made)
    return TemplateChecked(kind, own, read_template(file, view), target if made is not None else None, fault)


def _refuse_no_word_file(file: Path) -> None:
    if not file.is_file():
        raise NothingReadable("cli.no-file", file=file)
    try:
        content = document(file).content
    except FileFault as fault:
        raise NothingReadable("templates.not-word", file=file.name) from fault
    except OSError as error:
        raise NothingReadable("cli.unreadable-output", path=file, reason=error) from error
    if content != "docx":
        raise NothingReadable("templates.not-word", file=file.name)


_Tried = tuple[dict[str, object] | None, bytes | None, RenderError | None]


def _known(kind: str) -> str:
    kinds = template_kinds()
    if kind not in kinds:
        near = next(iter(difflib.get_close_matches(kind, kinds, n=1, cutoff=0.5)), WEEKLY)
        raise OperatorError("cli.unknown-kind", kind=kind, near=near, kinds=", ".join(kinds))
    return kind


def _of_campaign(root: Path, kind: str, question: TemplateQuestion) -> _Tried | None:
    """The template filled in from the newest week of the campaign; None when nothing is remembered to fill it from."""
    try:
        _, campaign = required_campaign(root, question.lang)
        with open_store(root, question.now, write=False, lang=question.lang) as store:
            return _tried(Sources(store, root, campaign, root, question.now, lang=question.lang), kind, question.file)
    except RenderError:
        raise
    except OperatorError:
        return None


def _of_sample(kind: str, question: TemplateQuestion) -> _Tried:
    """The template filled in from the sample campaign."""
    with tempfile.TemporaryDirectory(prefix="tuyentruyen-", ignore_cleanup_errors=True) as name:
        root = Path(name) / "sample"
        write_sample(root)
        for week in SAMPLE_WEEKS:
            aggregate(Request(root / week, SAMPLE_NOW, lang=question.lang, executor=here))
        _, campaign = required_campaign(root, question.lang)
        with open_store(root, SAMPLE_NOW, write=False, lang=question.lang) as store:
            return _tried(Sources(store, root, campaign, root, SAMPLE_NOW, lang=question.lang), kind, question.file)


def _tried(sources: Sources, kind: str, file: Path) -> _Tried:
    with trial(file) as tried:
        made: bytes | None = None
        fault: RenderError | None = None
        try:
            made = KINDS[kind].makers["docx"](sources)
        except RenderError as error:
            fault = error
        return (dict(tried.view) if tried.view is not None else None), made, fault


def _write(target: Path, made: bytes) -> None:
    """Write the sample; a file that no program of ours made is kept."""
    if target.exists() and (not target.is_file() or figures_part(target.read_bytes()) is None):
        raise OutputRefused("cli.changed-by-hand", path=target)
    write_atomic(target, made)
