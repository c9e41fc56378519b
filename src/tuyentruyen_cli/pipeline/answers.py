"""What a worker answers, as bytes. Nouns as JSON cost a third of what pickling each of their objects does."""

import pickle
import zlib

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.model.codec import from_json, to_json
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.pipeline.job import FileResult

_PICKLED = b"\x80"  # how a pickle begins, and nothing that zlib packed
_QUICKLY = 1


class _Answer(Struct, array_like=True):
    name: str
    sha256: str
    content: str
    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]


def packed(result: FileResult) -> bytes:
    """The answer as bytes. What only ``inspect`` and ``return`` ask for holds raw cells, and is pickled."""
    if result.inspections or result.marked is not None:
        return pickle.dumps(result)
    answer = to_json(_Answer(result.name, result.sha256, result.content, result.submissions, result.findings))
    return zlib.compress(answer.encode(), _QUICKLY)


def unpacked(data: bytes) -> FileResult:
    """The answer of a worker's bytes."""
    if data.startswith(_PICKLED):
        result: FileResult = pickle.loads(data)  # noqa: S301 - of our own worker, as multiprocessing itself does
        return result
    return replace(of_json(data), answer=data)


def of_json(data: bytes) -> FileResult:
    """The answer of bytes from wherever. Raises ValueError for what is none."""
    try:
        answer = from_json(_Answer, zlib.decompress(data))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return FileResult(answer.name, answer.sha256, answer.content, answer.submissions, answer.findings)
