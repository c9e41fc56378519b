"""A text file of short messages, each for copying into a chat."""

from collections.abc import Iterable, Sequence

from tuyentruyen_cli.render.words import listed, sentence_start
from tuyentruyen_cli.texts import say


def message_sheet(title: str, said: Iterable[tuple[str, str, Sequence[str]]]) -> bytes:
    """The file. ``said`` are names of recipients, their messages, and what goes with each.

    With a byte order mark and the line ends of Windows: every Notepad shows it.
    """
    blocks = [title, say("replies.sheet-how", "vi"), ""]
    for name, text, files in said:
        blocks += [f"=== {sentence_start(name)} ===", text]
        blocks += [say("replies.sheet-files", "vi", files=listed(list(files)))] if files else []
        blocks.append("")
    return "\r\n".join(blocks).encode("utf-8-sig")
