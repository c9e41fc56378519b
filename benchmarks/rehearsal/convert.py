"""Old .xls files, made by LibreOffice from .xlsx, many at once; where there is no LibreOffice they stay .xlsx by content."""

import shutil
import subprocess
import tempfile
from pathlib import Path

AT_ONCE = 200
OLE = b"\xd0\xcf\x11\xe0"


def to_xls(files: list[Path]) -> None:
    """Replace each workbook with its conversion; HTML and empty files under that name stay as they are."""
    office = shutil.which("soffice")
    books = [f for f in files if f.read_bytes()[:2] == b"PK"]
    if not office or not books:
        return
    with tempfile.TemporaryDirectory() as made:
        room = Path(made)
        for n, book in enumerate(books):
            shutil.copyfile(book, room / f"{n}.xlsx")
        names = [f"{n}.xlsx" for n in range(len(books))]
        for at in range(0, len(names), AT_ONCE):
            command = [
                office,
                f"-env:UserInstallation={(room / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "xls",
                *names[at : at + AT_ONCE],
            ]
            subprocess.run(command, cwd=room, check=False, capture_output=True, timeout=600)
        for n, book in enumerate(books):
            done = room / f"{n}.xls"
            if done.exists() and done.read_bytes()[:4] == OLE:
                shutil.copyfile(done, book)
