"""Exceptions for the operator: wrong usage, a broken campaign, a place that cannot be written.

Faults in what units send are not exceptions; they are findings (``model.finding``) and travel with the data.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes that scripts rely on."""

    DONE = 0
    FOUND = 1
    USAGE = 2
    NOTHING_READABLE = 3
    OUTSIDE_FAILED = 4
    INTERNAL = 70
    INTERRUPTED = 130


class OperatorError(Exception):
    """A fault that the operator mends; shown as one message of ``texts`` with its next step.

    ``message`` is a message id of ``texts``; ``arguments`` fill it; ``details`` are further lines, shown as they are.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, /, details: tuple[str, ...] = (), **arguments: object) -> None:
        super().__init__(message)
        self.message = message
        self.arguments = arguments
        self.details = details


class CampaignError(OperatorError):
    """No campaign, or one whose files are wrong."""


class NothingReadable(OperatorError):
    """The path named holds nothing that can be read."""

    exit_code = ExitCode.NOTHING_READABLE


class OutputRefused(OperatorError):
    """A result cannot be written where it was asked for; what stood there is unchanged."""


class StoreError(OperatorError):
    """The campaign's memory cannot be read or written."""


class OutsideFailed(OperatorError):
    """A program or service outside this one failed."""

    exit_code = ExitCode.OUTSIDE_FAILED
