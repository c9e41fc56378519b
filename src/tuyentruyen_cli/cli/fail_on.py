"""What ``--fail-on`` may name."""

from tuyentruyen_cli.errors import OperatorError

CONDITIONS = ("error", "missing", "late")


def conditions(fail_on: str) -> set[str]:
    """The conditions that were named. Raises OperatorError for a word that is none."""
    named = {c.strip() for c in fail_on.split(",") if c.strip()}
    unknown = named - set(CONDITIONS)
    if unknown:
        raise OperatorError("cli.bad-condition", given=", ".join(sorted(unknown)), allowed=", ".join(CONDITIONS))
    return named
