"""The message for a telephone: at most 300 characters, what to mend first, thanks short."""

import unicodedata
from typing import Final

from tuyentruyen_cli.render.returned.letter import Letter, Part
from tuyentruyen_cli.render.returned.words import Line, shortened
from tuyentruyen_cli.texts import say

MOST: Final = 300
_FILE_NAME: Final = 30


def chat(said: Letter) -> str:
    """The message. What does not fit is counted."""
    key = "replies.chat-error" if said.errors else "replies.chat-warning"
    items = list(said.sorted_lines(error=bool(said.errors)))
    others = said.warnings if said.errors else 0
    what = say("replies.what-cells" if all(part.in_cells for part, _ in items) else "replies.what-places", "vi")
    by = say("replies.chat-by", "vi", time=f"{said.by:%Hh%M}", date=f"{said.by:%d/%m}")
    end = say("replies.chat-end", "vi", by=by)

    def message(texts: list[str], left: int) -> str:
        rest = [say("replies.chat-more", "vi", count=left)] if left else []
        told = ". ".join([*texts, *rest])
        whole = say(key, "vi", week=said.week, unit=said.unit, count=len(items), what=what, items=told)
        return unicodedata.normalize("NFC", f"{whole}. {end}")

    texts = _asked(said, items)
    for number in range(len(texts), 0, -1):
        whole = message(texts[:number], len(texts) - number + others)
        if len(whole) <= MOST:
            return whole
    left = len(texts) - 1 + others
    room = MOST - len(message([""], left))
    return message([shortened(texts[0], room)], left)


def _asked(said: Letter, items: list[tuple[Part, Line]]) -> list[str]:
    """Each thing in a sentence; where there are several files, the first of each names it."""
    texts = []
    named = None
    for part, line in items:
        fresh = len(said.parts) > 1 and part is not named
        texts.append(f"“{shortened(part.name, _FILE_NAME)}” {line.asked}" if fresh else line.asked)
        named = part
    return texts
