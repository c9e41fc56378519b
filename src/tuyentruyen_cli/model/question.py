"""An open question of a week: what keeps a figure out of the totals, and what a person may answer."""

from msgspec import Struct

from tuyentruyen_cli.model.decision import DecisionKind, Subject
from tuyentruyen_cli.model.finding import Finding


class Proposal(Struct, frozen=True, array_like=True, gc=False):
    """An answer that can be chosen.

    ``value`` is what the decision would hold; ``label`` names it (a message id or a plain text). ``figure`` is the number
    that would be used, where there is one.
    """

    value: str
    label: str
    figure: int | None = None


class Question(Struct, frozen=True, array_like=True, gc=False):
    """A question, about what, and its possible answers. ``finding`` raised it; None for a unit that sent nothing.

    ``number`` tells whether a number may be typed: the figure of ``subject.measure``.
    """

    kind: DecisionKind
    subject: Subject
    proposals: tuple[Proposal, ...] = ()
    finding: Finding | None = None
    number: bool = False
    typed: str = ""
