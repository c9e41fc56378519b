"""A store on a network share is known by the list of mounts, on Windows by its drive."""

import sys
from pathlib import Path

import pytest

from tuyentruyen_cli.store import share
from tuyentruyen_cli.store.share import on_network_share

MOUNTS = r"""sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
nas:/tank /mnt/nas nfs4 rw 0 0
//may-chu/chung /mnt/v\303\271ng\040chung cifs rw 0 0
//may-chu/chung /mnt/o\040chung cifs rw 0 0
/dev/sdb1 /mnt/nas/tep-rieng ext4 rw 0 0
me@host: /home/a/xa fuse.sshfs rw 0 0
drvfs /mnt/c 9p rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/", False),
        ("/home/a", False),
        ("/mnt/nas", True),
        ("/mnt/nas/chien-dich/store", True),
        ("/mnt/nas2", False),
        ("/mnt/nas/tep-rieng/x", False),
        ("/mnt/o chung/tết", True),
        ("/home/a/xa/b", True),
        ("/mnt/c/Users", False),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths without a drive")
def test_by_the_nearest_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, remote: bool) -> None:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(share, "MOUNTS", table)
    monkeypatch.setattr("os.path.realpath", lambda path: path)
    assert on_network_share(Path(folder)) is remote


def test_a_system_that_does_not_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "MOUNTS", tmp_path / "none")
    assert on_network_share(tmp_path) is False


@pytest.mark.parametrize(
    ("path", "kind", "remote"), [(r"\\may-chu\chung\td", 3, True), (r"Z:\td", 4, True), (r"C:\td", 3, False)]
)
def test_windows(monkeypatch: pytest.MonkeyPatch, path: str, kind: int, remote: bool) -> None:
    asked = []

    def drive_type(drive: str) -> int:
        asked.append(drive)
        return kind

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("os.path.abspath", lambda _: path)
    monkeypatch.setattr("os.path.splitdrive", lambda p: (p[:2], p[2:]))
    monkeypatch.setattr(share, "_drive_type", drive_type)
    assert on_network_share(Path("td")) is remote
    assert asked == ([] if path.startswith("\\\\") else [path[:2]])
