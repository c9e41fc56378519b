"""The kinds of document that ``render`` writes. Another kind is a folder under ``templates/`` and an entry here."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.pipeline.formats import FORMATS
from tuyentruyen_cli.pipeline.sources import CHECK_SHEET, MONTHLY, REQUEST, URGING, WEEKLY, Sources
from tuyentruyen_cli.pipeline.spans import BETWEEN


class Needs(StrEnum):
    """What a document is of, and so which options go with it and which folder of ``reports/`` it lies in."""

    CAMPAIGN = "campaign"  # no week
    WEEK = "week"  # --week, by default the newest
    MONTH = "month"  # --month, by default that of the newest week
    TO_DATE = "to-date"  # all weeks up to --week, by default the newest


class Bundle(StrEnum):
    """How the files that go out to a unit are put together."""

    FOLDER = "folder"
    ZIP = "zip"


class Kind(Struct, frozen=True):
    """A kind of document.

    ``id`` is what ``--kind`` takes and how the file's name begins. ``makers`` are by format; the first format is made where
    none is asked for. ``beside`` are kinds that are made with it, by the format that they go with. ``official`` says that
    number, date and signature are left open; ``replaces`` and ``bundles`` that ``--replace`` and ``--bundle`` go with it.
    """

    id: str
    needs: Needs
    makers: Mapping[str, Callable[[Sources], bytes]]
    beside: Mapping[str, str] = field(default_factory=dict)
    official: bool = True
    replaces: bool = False
    bundles: bool = False

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that it can be written in."""
        return tuple(self.makers)

    @property
    def options(self) -> frozenset[str]:
        """The options of ``render`` that go with it."""
        stretch = {Needs.WEEK: ["--week"], Needs.MONTH: ["--month"], Needs.TO_DATE: ["--week"]}.get(self.needs, [])
        return frozenset([*stretch, *(["--replace"] if self.replaces else []), *(["--bundle"] if self.bundles else [])])

    def checked(self, formats: Sequence[str]) -> tuple[str, ...]:
        """The formats that are asked for, the first one where none is. Raises OperatorError for one that it does not have."""
        for name in formats:
            if name not in self.makers:
                raise OperatorError("cli.unknown-format", format=name, formats=", ".join(self.makers))
        return tuple(formats) or self.formats[:1]

    def folder(self, sources: Sources) -> str:
        """The folder below ``reports/``; empty for ``reports/`` itself."""
        if self.needs in {Needs.MONTH, Needs.TO_DATE}:
            return sources.course.main.span.id.replace(BETWEEN, "-den-")
        return "" if self.needs is Needs.CAMPAIGN else sources.period.id

    def stem(self, sources: Sources) -> str:
        """Its file's name without the ending."""
        plain = "-".join(filter(None, (self.id, self.folder(sources))))
        return plain + _again(sources.times_replaced) if self.replaces else plain


def week_report_name(week: str, replaced: int = 0) -> str:
    """The name of a week's report; of the one that replaces the last of some that were issued."""
    return f"{WEEKLY}-{week}{_again(replaced)}.docx"


def _again(times: int) -> str:
    return f"-thay-the{f'-{times}' if times > 1 else ''}" if times else ""


def _of_week(form: str) -> Callable[[Sources], bytes]:
    return lambda sources: sources.formats.of(form)


def _of_course() -> dict[str, Callable[[Sources], bytes]]:
    return {"docx": _course, "pdf": lambda sources: _printed(_course(sources))}


def _course(sources: Sources) -> bytes:
    from tuyentruyen_cli.render.course.documents import render_course  # noqa: PLC0415 - Word's libraries are slow to load

    return render_course(sources.course, sources.template(MONTHLY))


def _letter(sources: Sources) -> bytes:
    from tuyentruyen_cli.render.urged import render_letter  # noqa: PLC0415

    if not sources.urged.missing:
        raise OperatorError("cli.nobody-to-urge", week=sources.urged.standing.period.id)
    return render_letter(sources.urged, sources.template(URGING))


def _request(sources: Sources) -> bytes:
    from tuyentruyen_cli.render.request import render_request  # noqa: PLC0415

    return render_request(sources.asking, sources.template(REQUEST))


def _message(sources: Sources) -> bytes:
    from tuyentruyen_cli.render.urged import group_message  # noqa: PLC0415

    return group_message(sources.urged).encode()


def _printed(document: bytes) -> bytes:
    from tuyentruyen_cli.render.pdf import to_pdf  # noqa: PLC0415

    return to_pdf(document)


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind(WEEKLY, Needs.WEEK, {form: _of_week(form) for form in FORMATS}, beside={"docx": CHECK_SHEET}, replaces=True),
        Kind(MONTHLY, Needs.MONTH, _of_course()),
        Kind("bao-cao-dot", Needs.TO_DATE, _of_course()),
        Kind(URGING, Needs.WEEK, {"docx": _letter, "pdf": lambda sources: _printed(_letter(sources))}),
        Kind("tin-nhan", Needs.WEEK, {"txt": _message}, official=False),
        Kind(REQUEST, Needs.CAMPAIGN, {"docx": _request, "pdf": lambda sources: _printed(_request(sources))}, bundles=True),
        Kind(CHECK_SHEET, Needs.WEEK, {"docx": lambda sources: sources.formats.check_sheet()}, official=False),
    )
}


def kind_of(name: str) -> Kind:
    """The kind of that name. Raises OperatorError, which says the nearest one and all that there are."""
    if name in KINDS:
        return KINDS[name]
    near = difflib.get_close_matches(name, KINDS, n=1, cutoff=0.5)
    raise OperatorError("cli.unknown-kind", kind=name, near=near[0] if near else WEEKLY, kinds=", ".join(KINDS))
