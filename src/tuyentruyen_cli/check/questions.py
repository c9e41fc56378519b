"""The open questions of a week: one for each thing that keeps a figure out of the totals, in the order in which to ask them."""

from collections.abc import Iterable, Iterator, Sequence

from tuyentruyen_cli.model.decision import DecisionKind, Subject
from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.question import Proposal, Question
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.rules import OF_A_CELL
from tuyentruyen_cli.model.submission import Outcome, Submission

ROWS, STATED = "rows", "stated"
_IDENTITY = frozenset({"unit-unknown", "unit-near-miss", "unit-conflict"})
_CONTRADICTIONS = frozenset({"total-mismatch", "subtotal-mismatch", "split-mismatch", "total-without-rows"})
_AS_SHOWN = frozenset({"hidden-figures"})
_USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})


def open_questions(report: Report) -> tuple[Question, ...]:
    """Every open question, each once. A question about a file that is not used for another reason waits for that one."""
    asked: dict[tuple[object, ...], Question] = {}
    for question in (*_about_files(report), *_about_cells(report), *_about_units(report)):
        subject = question.subject
        key = (question.kind, subject.unit, subject.measure, subject.sha256, subject.part, subject.row, subject.column)
        asked.setdefault(key, question)
    return tuple(asked.values())


def _by_file(submissions: Iterable[Submission]) -> dict[str, list[Submission]]:
    files: dict[str, list[Submission]] = {}
    for s in submissions:
        files.setdefault(s.file, []).append(s)
    return files


def _subject(report: Report, submission: Submission | None, **more: object) -> Subject:
    file = {"sha256": submission.sha256, "file": submission.file} if submission else {}
    return Subject(report.period.id, **file, **more)  # type: ignore[arg-type]


def _about_files(report: Report) -> Iterator[Question]:
    """Whose file it is, for which week, and which version counts."""
    files = _by_file(report.submissions)
    for finding in report.findings:
        submission = next(iter(files.get(finding.location.file, ())), None)
        if finding.severity is not Severity.ERROR or submission is None:
            continue
        if finding.rule in _IDENTITY and finding.location.row is None:
            yield Question(DecisionKind.ASSIGN, _subject(report, submission), _units(report, finding), finding)
        elif finding.rule == "wrong-period":
            answers = (Proposal(f"@{report.period.id}", "worklist.this-week"),)
            yield Question(DecisionKind.ASSIGN, _subject(report, submission), answers, finding)
        elif finding.rule == "which-is-final":
            yield _version(report, finding)


def _units(report: Report, finding: Finding) -> tuple[Proposal, ...]:
    """The units that a file may be of: the suggested one first, then all."""
    suggested = finding.argument("suggestion")
    units = sorted(report.units, key=lambda u: u.name != suggested)
    return tuple(Proposal(u.unit, u.name) for u in units if u.expected)


def _version(report: Report, finding: Finding) -> Question:
    files = finding.argument("files")
    names = files if isinstance(files, tuple) else ()
    versions = {s.file: s.sha256 for s in report.submissions if s.unit == finding.unit and s.file in names}
    answers = tuple(Proposal(sha, name) for name, sha in versions.items())
    subject = _subject(report, None, unit=finding.unit)
    return Question(DecisionKind.CHOOSE, subject, (*answers, Proposal("", "worklist.all-versions")), finding)


def _about_cells(report: Report) -> Iterator[Question]:
    """Refused cells and contradictions in files that count."""
    counting = {s.file: s for s in report.submissions if s.outcome in _USED or _refused_by_cells(s)}
    for finding in report.findings:
        submission = counting.get(finding.location.file)
        if finding.severity is not Severity.ERROR or submission is None or finding.unit is None:
            continue
        for measure in _measures(report, finding):
            yield _of_measure(report, submission, finding, measure)


def _refused_by_cells(submission: Submission) -> bool:
    """Whether a submission is not used only because each of its figures is refused."""
    return submission.outcome is Outcome.REJECTED and bool(submission.records) and submission.unit is not None


def _measures(report: Report, finding: Finding) -> Sequence[str]:
    if finding.measure:
        return (finding.measure,)
    titles = finding.argument("measures")
    return [m.id for m in report.campaign.schema.measures if isinstance(titles, tuple) and m.title in titles]


def _of_measure(report: Report, submission: Submission, finding: Finding, measure: str) -> Question:
    place = finding.location
    typed = str(finding.argument("typed") or "")
    if finding.rule in _CONTRADICTIONS:
        subject = _subject(report, submission, unit=finding.unit, measure=measure)
        return Question(DecisionKind.CHOOSE, subject, _sides(finding), finding, number=True, typed=typed)
    if finding.rule in _AS_SHOWN:
        subject = _subject(report, submission, unit=finding.unit, measure=measure)
        return Question(DecisionKind.CHOOSE, subject, (Proposal(ROWS, "worklist.as-read"),), finding, number=True, typed=typed)
    if place.row is None or finding.rule not in OF_A_CELL or finding.argument("measures") is not None:
        subject = _subject(report, None, unit=finding.unit, measure=measure)
        return Question(DecisionKind.ENTER, subject, (), finding, number=True, typed=typed)
    subject = _subject(
        report, submission, unit=finding.unit, measure=measure, part=place.part, row=place.row, column=place.column
    )
    suggestion = str(finding.argument("suggestion") or "")
    answers = (Proposal(suggestion, suggestion, int(suggestion)),) if suggestion.isascii() and suggestion.isdigit() else ()
    return Question(DecisionKind.CORRECT, subject, answers, finding, number=True, typed=typed)


def _sides(finding: Finding) -> tuple[Proposal, ...]:
    """The figures that contradict each other: what the rows add up to, and what is stated."""
    answers = []
    for value, name, label in ((ROWS, "sum", "worklist.rows"), (STATED, "stated", "worklist.stated")):
        figure = finding.argument(name)
        if isinstance(figure, int):
            answers.append(Proposal(value, label, figure))
    return tuple(answers)


def _about_units(report: Report) -> Iterator[Question]:
    """The figures of units that sent nothing, or nothing that can be read."""
    waiting = {f.unit for f in report.findings if f.rule == "which-is-final"}
    figures = {(f.measure, f.unit): f for f in report.figures if f.unit is not None and f.dimension is None}
    raised = {(f.unit, f.rule): f for f in reversed(report.findings)}
    for status in report.units:
        if not status.expected or status.unit in waiting:
            continue
        for measure in report.campaign.schema.measures:
            figure = figures.get((measure.id, status.unit))
            if measure.required and figure is not None and figure.value is None and figure.known is None:
                finding = next((raised[status.unit, rule] for rule in figure.why if (status.unit, rule) in raised), None)
                yield Question(
                    DecisionKind.ENTER, _subject(report, None, unit=status.unit, measure=measure.id), (), finding, number=True
                )
