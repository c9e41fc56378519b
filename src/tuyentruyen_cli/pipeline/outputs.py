"""Writes what was made, all or none, and never over what a hand has changed or an office has issued."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.errors import OutputRefused
from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.pipeline.issued import issues
from tuyentruyen_cli.store.memory import Store


class Document(Struct, frozen=True):
    """A rendered document, ready to be written."""

    name: str
    kind: str
    data: bytes


def write_documents(store: Store, folder: Path, documents: Sequence[Document], *, force: bool) -> tuple[Path, ...]:
    """Write documents, all or none; a name may have folders before it. Raises OutputRefused for one that a hand has changed."""
    targets = [(folder / d.name, d) for d in documents]
    _refuse_issued(store, [path for path, _ in targets])
    for path, document in targets:
        _refuse_changed(store, path, document, force=force)
    for parent in dict.fromkeys(path.parent for path, _ in targets):
        _make(parent)
    for path, document in targets:
        store.record_output(path, hashlib.sha256(document.data).hexdigest(), document.kind)
        write_atomic(path, document.data)
    return tuple(path for path, _ in targets)


def _refuse_issued(store: Store, paths: Sequence[Path]) -> None:
    """A report that was issued is never written over, not even by force; nor printed anew under its name."""
    issued = {i.document: i for i in issues(store)}
    for path in paths:
        if found := issued.get(store.inside(path.with_suffix(".docx") if path.suffix == ".pdf" else path)):
            raise OutputRefused("history.issued-stays", path=path, name=found.name, week=found.period)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused("cli.cannot-make-folder", folder=folder, reason=error) from error


def _refuse_changed(store: Store, path: Path, document: Document, *, force: bool) -> None:
    """A file that a hand has changed, or that the tool did not write, is kept."""
    if force or not path.exists():
        return
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise OutputRefused("cli.unreadable-output", path=path, reason=error) from error
    if not store.knows_output(path, digest) and digest != hashlib.sha256(document.data).hexdigest():
        raise OutputRefused("cli.changed-by-hand", path=path)
