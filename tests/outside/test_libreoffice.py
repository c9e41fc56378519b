"""LibreOffice as an outside program."""

from pathlib import Path

import pytest

from tuyentruyen_cli import libreoffice
from tuyentruyen_cli.libreoffice import NotConverted, converted


def test_where_windows_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(libreoffice, "_USUAL", ())
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert libreoffice.find_libreoffice() is None
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.touch()
    assert libreoffice.find_libreoffice() == program


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotConverted), converted(tmp_path / "missing", "a.docx", b"x", "pdf", 5.0):
        pass


def test_a_program_that_ends_well_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_run", lambda *_: None)
    with pytest.raises(NotConverted) as caught, converted(tmp_path, "a.docx", b"x", "pdf", 5.0):
        pass
    assert not caught.value.late
