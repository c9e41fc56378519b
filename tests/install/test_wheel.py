"""The built wheel does the main job where there is no checkout."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSIDE = "tuyentruyen_cli/_data"


@dataclass(frozen=True)
class Installed:
    """A fresh environment that holds the wheel; other packages come from where these tests run, the checkout does not."""

    python: Path
    program: Path

    def run(self, folder: Path, *arguments: str | Path) -> str:
        """What a command prints, which must end with 0."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "TUYENTRUYEN", "COV_"))}
        command = [str(a) for a in arguments]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return build(tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own, nothing downloaded."""
    place = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", place), check=True)
    bin_ = place / ("Scripts" if os.name == "nt" else "bin")
    python = bin_ / ("python.exe" if os.name == "nt" else "python")
    install = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    subprocess.run(install, check=True)
    own = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    assert own.is_dir()
    # A folder named in a .pth file is searched, but .pth files in that folder (that of the editable install) are not read.
    (own / "others.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n", encoding="utf-8")
    return Installed(python, bin_ / ("tuyentruyen.exe" if os.name == "nt" else "tuyentruyen"))


def test_templates_and_samples_are_in_the_wheel(wheel: Path) -> None:
    """Every template and the whole sample campaign, and nothing that a run left beside them."""
    packed = set(zipfile.ZipFile(wheel).namelist())
    expected = {f"{INSIDE}/{name}" for name in shipped()}
    assert expected - packed == set()
    assert {name for name in packed if name.startswith(INSIDE)} - expected == set()
    assert {name for name in packed if name.startswith(("tests/", "src/"))} == set()
    assert "tuyentruyen_cli/py.typed" in packed


def test_the_source_archive_is_whole(tmp_path: Path) -> None:
    """What is needed to build and to test is in the sdist."""
    with tarfile.open(build(tmp_path, "sdist")) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    needed = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "Makefile",
        "requirements.lock",
        "requirements-dev.lock",
    }
    assert (needed | set(shipped()) | {"tests/install/test_wheel.py"}) - packed == set()


def test_the_wheel_does_the_main_job_from_an_empty_folder(installed: Installed, tmp_path: Path) -> None:
    """The sample is laid down, its week totalled, the report written; nothing comes from the checkout."""
    where = "from tuyentruyen_cli import resources as r; print(r.PACKAGE, r.folder('templates'), r.folder('sample_data'), sep='\\n')"
    places = [Path(line) for line in installed.run(tmp_path, installed.python, "-c", where).splitlines()]
    assert all(place.is_relative_to(installed.python.parents[1]) and place.is_dir() for place in places), places
    installed.run(tmp_path, installed.program, "init", "mau", "--sample")
    assert "Xã Bản Bo" in installed.run(tmp_path / "mau", installed.program, "aggregate", "week-05")
    installed.run(tmp_path / "mau", installed.program, "render", "--to", "docx,html,xlsx")
    reports = tmp_path / "mau" / "reports" / "2021-W05"
    assert zipfile.is_zipfile(reports / "bao-cao-tuan-2021-W05.docx")
    assert zipfile.is_zipfile(reports / "phieu-kiem-tra-2021-W05.docx")
    assert zipfile.is_zipfile(reports / "bao-cao-tuan-2021-W05.xlsx")
    assert (reports / "bao-cao-tuan-2021-W05.html").read_bytes().startswith(b"<!DOCTYPE html>")
    installed.run(tmp_path, installed.program, "init", "moi")
    assert (tmp_path / "moi" / "tuyentruyen.toml").is_file()


def build(folder: Path, target: str) -> Path:
    """Build the wheel or the sdist into a folder, with the backend that is installed here."""
    command = (sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", folder)
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.iterdir())


def shipped() -> list[str]:
    """The files of ``templates`` and ``sample_data``, as paths from the checkout; a run's own folders are not among them."""
    files = (p.relative_to(ROOT) for name in ("templates", "sample_data") for p in (ROOT / name).rglob("*") if p.is_file())
    return [p.as_posix() for p in files if not {"store", "reports", "__pycache__"} & set(p.parts)]
