"""What can go wrong while a report is written."""

from tuyentruyen_cli.errors import ExitCode, OperatorError


class RenderError(OperatorError):
    """A report cannot be written."""


class TemplateBroken(RenderError):
    """An office's template cannot be filled in: an unknown name, a tag that is not closed, a file that is not Word's."""


class FiguresDisagree(RenderError):
    """Figures of one report contradict each other. A fault of the program, never of a unit."""

    exit_code = ExitCode.INTERNAL


class NotInDocument(RenderError):
    """A figure of the report did not arrive in the finished document: the template leaves it out."""
