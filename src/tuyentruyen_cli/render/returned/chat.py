"""The message for a telephone: at most 300 characters, what to mend first, thanks short."""

import unicodedata
from typing import Final

from tuyentruyen_cli.render.returned.letter import Letter, Part
from tuyentruyen_cli.render.returned.words import Line, shortened
from tuyentruyen_cli.render.words import sentence_start
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
    end = say("replies.chat-end" if said.errors else "replies.chat-end-warning", "vi", by=by)

    def message(texts: list[str], left: int) -> str:
        rest = [sentence_start(say("replies.chat-more", "vi", count=left))] if left else []
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
    """Each thing in a sentence; the first of each file names it where there are several, the first of each sheet its sheet."""
    texts: list[str] = []
    before: tuple[Part, str] | None = None
    for part, line in items:
        again = before is not None and before[0] is part
        place = line.near if again and line.cell and before and before[1] == line.cell.part else line.place
        name = "" if again or len(said.parts) == 1 else f"“{shortened(part.name, _FILE_NAME)}” "
        text = f"{name}{place}{line.rest}"
        texts.append(sentence_start(text) if texts else text)
        before = (part, line.cell.part if line.cell else "")
    return texts
