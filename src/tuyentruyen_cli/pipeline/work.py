"""What is done with one file in a worker: read, extract, check. Sheets never leave it."""

from pathlib import Path

from tuyentruyen_cli.check.sides import split_as_decided
from tuyentruyen_cli.check.within import check_submission
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.decided import Decided
from tuyentruyen_cli.extract.submission import extract
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.inspection import Inspection
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.returned import Wanted
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.submission import Submission
from tuyentruyen_cli.pipeline.job import FileResult, Job
from tuyentruyen_cli.read.file import open_file


def process(job: Job, context: Context) -> FileResult:
    """Read, extract and check one file, or each file of an archive. Memory running out is a finding like any other fault."""
    submissions: list[Submission] = []
    findings: list[Finding] = []
    seen: list[Inspection] = []
    try:
        if job.mark is not None:
            return _marked(job, job.mark, context)
        opened = open_file(Path(job.path), job.name)
        for reading in opened.readings:
            extraction = extract(reading, context)
            findings += extraction.findings
            sides = Decided.of(context.decided, reading.sha256).sides
            for submission in extraction.submissions:
                settled = split_as_decided(submission, context.schema, sides)
                checked, said = check_submission(settled, context.schema, context.unit(submission.unit))
                submissions.append(checked)
                findings += said
            if job.inspect:
                from tuyentruyen_cli.extract.inspection import inspect  # noqa: PLC0415 - few ask for it

                seen.append(inspect(reading, extraction))
    except MemoryError:
        return failed(job, "memory", context)
    return FileResult(job.name, opened.sha256, opened.content, tuple(submissions), tuple(findings), tuple(seen))


def _marked(job: Job, wanted: Wanted, context: Context) -> FileResult:
    from tuyentruyen_cli.pipeline.marking import mark  # noqa: PLC0415 - loads openpyxl

    return FileResult(wanted.reading, "", "", (), (), marked=mark(Path(job.path), job.name, wanted, context.schema))


def failed(job: Job, reason: str, context: Context) -> FileResult:
    """The result for a file that its worker could not finish: refused, and attributed by its name alone."""
    from tuyentruyen_cli.model.sheet import Reading  # noqa: PLC0415 - only when a worker died

    finding = Finding("unreadable-file", RULES["unreadable-file"], Location(job.name), (("reason", reason),))
    extraction = extract(Reading(job.name, "", 0, "unknown", findings=(finding,)), context)
    return FileResult(job.name, "", "unknown", extraction.submissions, extraction.findings)
