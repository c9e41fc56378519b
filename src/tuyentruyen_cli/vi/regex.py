"""Regular expressions that are compiled when they are first used: most files need few, and compiling all takes 40 ms."""

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")


class _Later:
    """Stands for a compiled pattern, and takes its methods over once one of them is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return self.__dict__[name]


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, as far as this program uses it; a faulty pattern raises ``re.error`` only when it is used."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
