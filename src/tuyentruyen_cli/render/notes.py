"""What units wrote under the headings of their reports, quoted with their names for the office to edit."""

import re
from collections.abc import Iterable, Mapping

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.submission import Outcome, Submission
from tuyentruyen_cli.render.sentences import Names
from tuyentruyen_cli.render.words import sentence_start

HEADINGS = ("direction", "difficulties", "tasks", "proposals")
USED = frozenset({Outcome.ACCEPTED, Outcome.PARTIAL})
PLACEHOLDER = "(Bổ sung nội dung trước khi trình ký)"
END = ".!?…:;"
BULLET = re.compile(r"^[-–•+*]\s+")


def _ended(text: str) -> str:
    return text if text.endswith(tuple(END)) else f"{text}."


def quoted(submissions: Iterable[Submission], order: Mapping[str, int], heading: str, names: Names) -> list[str]:
    """Each note once, after the names of the units that it stands for; ``order`` is that of the units."""
    units: dict[tuple[object, str], list[str]] = {}
    for submission in sorted(submissions, key=lambda s: order.get(s.unit or "", len(order))):
        if submission.outcome not in USED:
            continue
        for note in submission.notes:
            lines = [line for line in (BULLET.sub("", " ".join(part.split())) for part in note.text.splitlines()) if line]
            if note.heading == heading and lines:
                who = units.setdefault((note.location, " ".join(lines)), [])
                if submission.unit is not None and submission.unit not in who:
                    who.append(submission.unit)
    said = []
    for (_, text), who in units.items():
        whose = sentence_start(", ".join(names.inside(unit) for unit in who))
        said.append(_ended(f"{whose}: {text}" if whose else text))
    return said


def notes_view(report: Report, names: Names) -> dict[str, object]:
    """The notes by heading; a heading without any is an empty list, for which ``placeholder`` stands."""
    order = {unit.unit: number for number, unit in enumerate(report.units)}
    return {**{h: quoted(report.submissions, order, h, names) for h in HEADINGS}, "placeholder": PLACEHOLDER}
