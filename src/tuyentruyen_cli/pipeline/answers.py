"""What a worker answers, as bytes. Nouns as JSON cost a third of what pickling each of their objects does."""

import json
import pickle
import zlib

from tuyentruyen_cli.model.codec import from_data, to_json
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.pipeline.job import FileResult

_PICKLED = b"\x80"  # how a pickle begins, and nothing that zlib packed
_QUICKLY = 1


def packed(result: FileResult) -> bytes:
    """The answer as bytes. What only ``inspect`` and ``return`` ask for holds raw cells, and is pickled."""
    if result.inspections or result.marked is not None:
        return pickle.dumps(result)
    answer = to_json((result.name, result.sha256, result.content, result.submissions, result.findings))
    return zlib.compress(answer.encode(), _QUICKLY)


def unpacked(data: bytes) -> FileResult:
    """The answer of a worker's bytes."""
    if data.startswith(_PICKLED):
        result: FileResult = pickle.loads(data)  # noqa: S301 - of our own worker, as multiprocessing itself does
        return result
    return of_json(data)


def of_json(data: bytes) -> FileResult:
    """The answer of bytes from wherever. Raises ValueError or TypeError for what is none."""
    try:
        name, sha256, content, submissions, findings = json.loads(zlib.decompress(data))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return FileResult(
        name,
        sha256,
        content,
        tuple([from_data(Submission, s) for s in submissions]),
        tuple([from_data(Finding, f) for f in findings]),
        answer=data,
    )
