"""Compiles click.po into click.mo (the GNU format that gettext reads). Run after changing the .po file."""

import ast
import re
import struct
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "src" / "tuyentruyen_cli" / "texts" / "locale" / "vi" / "LC_MESSAGES"
_FIELD = re.compile(r'^(msgid_plural|msgid|msgstr(?:\[0\])?)\s+(".*")$|^(".*")$')


def entries(text: str) -> dict[str, str]:
    """The messages of a .po file; a plural's two forms are joined by NUL, as the format wants."""
    messages: dict[str, str] = {}
    for block in text.split("\n\n"):
        fields: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            match = _FIELD.match(line)
            if match:
                name = match[1] or name
                fields[name] = fields.get(name, "") + ast.literal_eval(match[2] or match[3])
        if "msgid" in fields:
            key = "\0".join(filter(None, (fields["msgid"], fields.get("msgid_plural"))))
            messages[key] = fields.get("msgstr") or fields.get("msgstr[0]") or ""
    return messages


def compiled(messages: dict[str, str]) -> bytes:
    """The .mo file: header, two tables of (length, offset), the texts."""
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 28 + 16 * len(pairs)
    tables: list[bytes] = []
    texts = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), start + len(texts)))
            texts += pair[column] + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return header + b"".join(tables) + texts


if __name__ == "__main__":
    (FOLDER / "click.mo").write_bytes(compiled(entries((FOLDER / "click.po").read_text(encoding="utf-8"))))
