"""The document of ``return --json``: version 1 of ``tuyentruyen/returns``."""

from tuyentruyen_cli.model.returned import Returned, ReturnedFile, Returns
from tuyentruyen_cli.texts import fill

FORMAT = "tuyentruyen/returns"
VERSION = 1


def returns_json(returns: Returns, lang: str) -> dict[str, object]:
    """The document as plain dictionaries and lists. The messages are Vietnamese, the reasons in the reader's language."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "week": returns.period,
        "returns": [_returned(one, lang) for one in returns.returned],
        "messages": str(returns.texts) if returns.texts else None,
        "outputs": [str(path) for path in returns.outputs],
        "removed": [str(path) for path in returns.removed],
    }


def _returned(one: Returned, lang: str) -> dict[str, object]:
    return {
        "unit": one.unit,
        "name": one.name,
        "errors": one.errors,
        "warnings": one.warnings,
        "answer_by": one.by.isoformat(),
        "message": one.chat,
        "mail": str(one.mail),
        "list": str(one.listed) if one.listed else None,
        "files": [_file(file, lang) for file in one.files],
    }


def _file(file: ReturnedFile, lang: str) -> dict[str, object]:
    entry: dict[str, object] = {"file": file.file, "copy": str(file.copy) if file.copy else None}
    if file.copy is None:
        entry |= {"why_no_copy": file.reason, "why_no_copy_said": reason_said(file, lang)}
    return entry


def reason_said(file: ReturnedFile, lang: str) -> str:
    """Why a file has no marked copy, for a person."""
    return fill(f"replies.no-copy-{file.reason}", lang, {"part": file.detail})
