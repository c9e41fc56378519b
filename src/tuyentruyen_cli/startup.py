"""Loads msgspec, which every noun is made of, without what it does not need; for each process of this program, at its start."""

import importlib
import sys
from typing import Any

_UNNEEDED = "typing_extensions"


def load_quickly() -> None:
    """Load msgspec as if ``typing_extensions`` were not installed.

    It looks there for names that ``typing`` has had since Python 3.11. Pydantic installs it, and it loads
    ``inspect``, ``ast`` and ``tokenize``, which no worker needs.
    """
    if _UNNEEDED in sys.modules or "msgspec" in sys.modules:
        return
    modules: dict[str, Any] = sys.modules
    modules[_UNNEEDED] = None  # an import of it fails
    try:
        importlib.import_module("msgspec")
    finally:
        del sys.modules[_UNNEEDED]
