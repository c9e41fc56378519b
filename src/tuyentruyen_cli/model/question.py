"""An open question of a week: what keeps a figure out of the totals, and what a person may answer."""

from dataclasses import dataclass, field

from tuyentruyen_cli.model.decision import DecisionKind, Subject
from tuyentruyen_cli.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer that can be chosen.

    ``value`` is what the decision would hold; ``label`` names it (a message id or a plain text). ``figure`` is the number
    that would be used, where there is one.
    """

    value: str
    label: str
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question, about what, and its possible answers. ``finding`` raised it; None for a unit that sent nothing.

    ``number`` tells whether a number may be typed: the figure of ``subject.measure``.
    """

    kind: DecisionKind
    subject: Subject
    proposals: tuple[Proposal, ...] = ()
    finding: Finding | None = None
    number: bool = False
    typed: str = field(default="")
