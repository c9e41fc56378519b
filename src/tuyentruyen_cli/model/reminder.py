"""What a unit is reminded of that has not sent its report."""

import datetime as dt
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.model.standing import UnitState


class Reminder(Struct, frozen=True, array_like=True, gc=False):
    """A message to one unit, and where its draft was written (``mail``).

    ``due`` is the unit's own due instant, ``by`` when an answer is asked for: ``due`` itself while it is to come.
    """

    unit: str
    name: str
    state: UnitState
    due: dt.datetime
    by: dt.datetime
    text: str
    mail: Path

    @property
    def late(self) -> bool:
        """Whether the unit's due instant has passed."""
        return self.by != self.due


class Reminders(Struct, frozen=True, array_like=True, gc=False):
    """The reminders of a week.

    ``texts`` holds all messages; ``unplaced`` are files of nobody known, which may be of a unit that is reminded; ``refused``
    the units whose file came and could not be used: they are told by what goes back to them. ``removed`` are of an earlier run.
    """

    period: str
    reminders: tuple[Reminder, ...]
    texts: Path | None
    outputs: tuple[Path, ...]
    removed: tuple[Path, ...] = ()
    unplaced: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
