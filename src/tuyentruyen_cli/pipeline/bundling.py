"""What goes out to each unit: the dispatch, its forms, the materials; as a folder or one archive, and a draft of the mail."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.unit import Unit
from tuyentruyen_cli.pipeline.asking import materials
from tuyentruyen_cli.pipeline.forms import own_form, tried
from tuyentruyen_cli.pipeline.kinds import Bundle
from tuyentruyen_cli.pipeline.outputs import Document, write_documents
from tuyentruyen_cli.pipeline.sources import REQUEST, Sources
from tuyentruyen_cli.pipeline.stale import without_stale
from tuyentruyen_cli.render.mail_draft import Attached, draft
from tuyentruyen_cli.render.request import Asking, letter_lines
from tuyentruyen_cli.vi.file_names import numbered, safe_name

MOST = 20 * 1024 * 1024  # bytes of files in one mail: what servers of offices take
DISPATCH = "cong-van-yeu-cau.docx"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that an archive can tell: same inputs, same bytes


def bundle(sources: Sources, folder: Path, dispatch: bytes, how: Bundle, *, force: bool) -> Iterator[Path]:
    """Write what goes to each unit below ``folder``, unit by unit; each path that was written.

    Drafts of units that are asked no more are taken away. Raises OperatorError for materials that no mail takes, OutputRefused.
    """
    asking = sources.asking
    common = [Attached(DISPATCH, dispatch), *_materials(sources)]
    tried(asking.campaign, asking.units[0], asking.periods[0], sources.lang)
    written: list[Path] = []
    for unit in asking.units:
        documents = list(_documents(asking, unit, [*common, *_forms(asking, unit)], how))
        written += write_documents(sources.store, folder, documents, force=force)
    yield from written
    list(without_stale(sources.store, folder, set(written)))


def _materials(sources: Sources) -> Iterator[Attached]:
    """The files that go along, under names that every system takes, no two alike."""
    request = sources.asking.request
    paths = materials(request, sources.root)
    size = sum(path.stat().st_size for path in paths)
    if size > MOST:
        raise OperatorError("request.too-large", size=size // 2**20, most=MOST // 2**20)
    taken = {DISPATCH}
    for path in paths:
        name = next(n for n in numbered(*safe_name(path.name)) if n.casefold() not in taken)
        taken.add(name.casefold())
        yield Attached(name, path.read_bytes())


def _forms(asking: Asking, unit: Unit) -> Iterator[Attached]:
    for period in asking.periods:
        if unit.valid_on(period.end):
            made = own_form(asking.campaign, unit, period)
            yield Attached(made.name, made.data)


def _documents(asking: Asking, unit: Unit, files: Sequence[Attached], how: Bundle) -> Iterator[Document]:
    """The files of a unit, and the draft that they are attached to."""
    if how is Bundle.ZIP:
        files = [Attached(f"{REQUEST}-{unit.id}.zip", _archive(files))]
    subject, lines = letter_lines(asking, unit, [file.name for file in files])
    yield from (Document(f"{unit.id}/{file.name}", REQUEST, file.data) for file in files)
    yield Document(f"{unit.id}/thu-{REQUEST}-{unit.id}.eml", REQUEST, draft(subject, unit.addresses, lines, files))


def _archive(files: Sequence[Attached]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.name, FIRST_DAY), file.data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
