"""Whether a folder lies on a network share, where locks and a power cut are less sure than on a disk of one's own."""

import os
import sys
from contextlib import suppress
from pathlib import Path

# Kinds of file systems in /proc/mounts that another machine holds; what a virtual machine shares with its host is none.
REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "davfs", "ceph", "lustre", "gpfs", "glusterfs"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.ceph"}
)
MOUNTS = Path("/proc/mounts")
DRIVE_REMOTE = 4  # what GetDriveTypeW answers for a network drive


def on_network_share(folder: Path) -> bool:
    """Whether another machine holds that folder. False where the system does not tell."""
    path = os.path.abspath(folder)  # noqa: PTH100 - a link inside a share is still inside it
    if sys.platform == "win32":
        return path.startswith("\\\\") or _drive_type(os.path.splitdrive(path)[0]) == DRIVE_REMOTE
    with suppress(OSError):
        return _kind(os.path.realpath(path), MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")) in REMOTE
    return False


def _kind(path: str, mounts: str) -> str:
    """The kind of the file system that is mounted nearest above a path."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, place, kind
            continue
        place = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        above = place.rstrip("/") + "/"
        if (path + "/").startswith(above) and len(above) >= len(best):
            best, kind = above, fields[2]
    return kind


def _drive_type(drive: str) -> int:
    import ctypes  # noqa: PLC0415 - asked on Windows only

    answer: int = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")  # type: ignore[attr-defined,unused-ignore]
    return answer
