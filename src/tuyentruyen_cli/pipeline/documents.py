"""Makes the documents of a campaign that are asked for, in their formats, and has them written."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.errors import OperatorError, OutsideFailed
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.pipeline.kinds import KINDS, Bundle, Kind, Needs, kind_of
from tuyentruyen_cli.pipeline.outputs import Document, write_documents
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.sources import WEEKLY, Sources
from tuyentruyen_cli.store.memory import Store, open_store
from tuyentruyen_cli.texts import say

STANDARD_OUTPUT = Path("-")


class Order(Struct, frozen=True):
    """What is asked: a kind of document, formats (none: its usual one), a place for the outputs (None: the campaign's
    ``reports/<week>/``), whether to overwrite.

    A place is a folder, or for one format a file with its ending. ``replace`` asks for a report that replaces the issued one,
    ``bundle`` for what goes out to each unit with it.
    """

    start: Path
    now: dt.datetime
    formats: Sequence[str] = ()
    week: str | None = None
    output: Path | None = None
    force: bool = False
    replace: bool = False
    lang: str = "vi"
    kind: str = WEEKLY
    month: str | None = None
    bundle: Bundle | None = None


def render(order: Order) -> tuple[Path, ...]:
    """Write the documents, all or none; only a PDF that cannot be had does not keep the others from being written.

    Raises OperatorError and what it is the base of.
    """
    kind, formats, file = _asked(order)
    root, campaign = required_campaign(order.start, order.lang)
    with open_store(root, order.now, lang=order.lang) as store:
        sources = _sources(order, store, root, campaign)
        sources.outputs = file.parent if file else order.output or root / "reports" / kind.folder(sources)
        documents, failed = _documents(kind, formats, sources, file.stem if file else kind.stem(sources))
        for form in () if file else formats:
            if beside := kind.beside.get(form):
                other = KINDS[beside]
                name = f"{beside}-{kind.folder(sources)}.{form}"
                documents.append(Document(name, beside, other.makers[form](sources)))
        paths = write_documents(store, sources.outputs, documents, force=order.force)
        if order.bundle is not None:
            from tuyentruyen_cli.pipeline.bundling import bundle  # noqa: PLC0415 - it brings along all that reads files

            dispatch = kind.makers["docx"](sources)
            paths += tuple(bundle(sources, sources.outputs / kind.id, dispatch, order.bundle, force=order.force))
    if failed is not None:
        written = tuple(say("cli.written-all-the-same", order.lang, path=path) for path in paths)
        raise OutsideFailed(failed.message, written, **failed.arguments) from failed
    return paths


def rendered(order: Order) -> bytes:
    """The document in the one format that is asked for, for standard output; nothing is written."""
    kind, (form, *_), _ = _asked(order)
    root, campaign = required_campaign(order.start, order.lang)
    with open_store(root, order.now, write=False, lang=order.lang) as store:
        return kind.makers[form](_sources(order, store, root, campaign))


def _sources(order: Order, store: Store, root: Path, campaign: Campaign) -> Sources:
    kind = kind_of(order.kind)
    sources = Sources(store, root, campaign, order.start, order.now, order.week, replace=order.replace, lang=order.lang)
    if kind.needs is Needs.MONTH:
        sources.month = order.month or f"{sources.period.end:%Y-%m}"
    return sources


def _asked(order: Order) -> tuple[Kind, tuple[str, ...], Path | None]:
    """The kind, its formats, and the file to write to (None for a folder). Raises OperatorError for what cannot be asked."""
    kind = kind_of(order.kind)
    formats = kind.checked(order.formats)
    options = {"--week": order.week, "--month": order.month, "--replace": order.replace, "--bundle": order.bundle}
    for option, given in options.items():
        if given and option not in kind.options:
            raise OperatorError("cli.option-of-other-kind", option=option, kind=kind.id)
    output = order.output
    if output is None or output.is_dir() or (not output.suffix and output != STANDARD_OUTPUT):
        return kind, formats, None
    if len(formats) > 1:
        raise OperatorError("cli.several-formats", path=output, formats=", ".join(formats))
    if output != STANDARD_OUTPUT and output.suffix.casefold() != f".{formats[0]}":
        raise OperatorError("cli.other-ending", path=output, format=formats[0])
    return kind, formats, output


def _documents(kind: Kind, formats: Sequence[str], sources: Sources, stem: str) -> tuple[list[Document], OutsideFailed | None]:
    """The document in each format, and what an outside program failed in."""
    documents, failed = [], None
    for form in formats:
        try:
            documents.append(Document(f"{stem}.{form}", kind.id, kind.makers[form](sources)))
        except OutsideFailed as error:
            failed = error
    return documents, failed
