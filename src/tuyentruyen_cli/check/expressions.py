"""The expressions of an office's own rules, evaluated in Jinja's sandbox.

What may stand in one was checked when the campaign was read: measures, numbers, comparisons, and, or, not, the four operations.
"""

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import StrictUndefined
from jinja2.environment import TemplateExpression
from jinja2.sandbox import SandboxedEnvironment

_ENVIRONMENT = SandboxedEnvironment(undefined=StrictUndefined)


def holds(when: str, values: Mapping[str, int | None]) -> bool:
    """Whether an expression is true of these values. A division by zero says nothing, so it is not."""
    try:
        return bool(_compiled(when)(**values))
    except ZeroDivisionError:
        return False


@lru_cache
def _compiled(when: str) -> TemplateExpression:
    return _ENVIRONMENT.compile_expression(when, undefined_to_none=False)
