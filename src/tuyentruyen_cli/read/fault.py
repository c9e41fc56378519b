"""Why a whole file is not read; raised inside this stage and turned into a finding at its edge."""

from typing import Final

from tuyentruyen_cli.model.finding import Argument

UNREADABLE: Final = "unreadable-file"
UNSAFE: Final = "unsafe-file"
ENCRYPTED: Final = "encrypted-file"
UNSUPPORTED: Final = "unsupported-file"


class FileFault(Exception):
    """A file that is refused as a whole: the rule, and its arguments in the order of the message."""

    def __init__(self, rule: str, **arguments: Argument) -> None:
        super().__init__(rule, arguments)
        self.rule = rule
        self.arguments = tuple(arguments.items())


def unreadable(reason: str, **arguments: Argument) -> FileFault:
    """The fault of a damaged file."""
    return FileFault(UNREADABLE, reason=reason, **arguments)


def unsafe(reason: str) -> FileFault:
    """The fault of a file over the caps, or one that may do harm."""
    return FileFault(UNSAFE, reason=reason)
