"""A real mail server for tests: Debian's Dovecot on loopback, in a folder of its own, for as long as a test needs it."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import imap_tools

PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")
USER, SECRET = "vhtt", "mật khẩu 5 sao"
CONFIG = """
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/log
protocols = imap
listen = 127.0.0.1
ssl = {ssl}
{certificate}
disable_plaintext_auth = no
default_internal_user = {inner}
default_login_user = {login}
default_internal_group = {group}
first_valid_uid = 1
mail_location = maildir:{base}/mail/%u
imap_capability = {capability}
passdb {{
  driver = passwd-file
  args = username_format=%u {base}/passwd
}}
userdb {{
  driver = static
  args = uid={owner} gid={owner_group} home={base}/home/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {ssl_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
"""


def why_not() -> str:
    """Why no server can be started here; empty when one can."""
    if PROGRAM is None:
        return "dovecot is not installed"
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=False).stdout
    return "" if version.startswith("2.3.") else f"dovecot {version.split()[:1]} reads other settings"


@dataclass(frozen=True)
class Dovecot:
    """A running server."""

    base: Path
    port: int
    ssl_port: int

    @property
    def certificate(self) -> Path:
        return self.base / "tls.crt"

    @contextlib.contextmanager
    def open(self, folder: str = "INBOX") -> Iterator[Any]:
        """The mailbox as its owner's mail program sees it."""
        with imap_tools.MailBoxUnencrypted("127.0.0.1", self.port).login_utf8(USER, SECRET, None) as box:
            if not box.folder.exists(folder):
                box.folder.create(folder)
            box.folder.set(folder)
            yield box

    def put(self, data: bytes, at: Any, folder: str = "INBOX") -> None:
        """Let a message arrive at that time."""
        with self.open(folder) as box:
            box.append(data, folder, dt=at)

    def files(self) -> dict[str, bytes]:
        """Every message on the server's disk, whatever its flags: name of its folder and file, and its bytes."""
        mail = self.base / "mail" / USER
        found = (p for p in mail.rglob("*") if p.is_file() and p.parent.name in {"cur", "new"})
        return {p.relative_to(mail).as_posix(): p.read_bytes() for p in found}

    def ended(self, at_least: int = 0) -> list[str]:
        """What the server wrote of each session that has ended; it writes that a moment later."""
        for _ in range(50):
            lines = [line for line in self.log().splitlines() if "Logged out" in line]
            if len(lines) >= at_least:
                return lines
            time.sleep(0.1)
        raise AssertionError(self.log())

    def log(self) -> str:
        return (self.base / "log").read_text("utf-8", "replace")


@contextlib.contextmanager
def running(*, tls: bool = False, capability: str = "") -> Iterator[Dovecot]:
    """A server with an empty mailbox."""
    base = Path(tempfile.mkdtemp(prefix="dovecot-"))
    base.chmod(0o755)  # its processes are other users
    server = Dovecot(base, _free_port(), _free_port() if tls else 0)
    root = os.geteuid() == 0
    me = pwd.getpwuid(os.geteuid())
    owner = pwd.getpwnam("nobody") if root else me
    for name in ("mail", "home", "run", "state"):
        (base / name).mkdir()
        if name in {"mail", "home"} and root:
            os.chown(base / name, owner.pw_uid, owner.pw_gid)
    if tls:
        _certify(base)
    settings = CONFIG.format(
        base=base, ssl="yes" if tls else "no",
        certificate=f"ssl_cert = <{base}/tls.crt\nssl_key = <{base}/tls.key" if tls else "",
        inner="dovecot" if root else me.pw_name, login="dovenull" if root else me.pw_name,
        group="dovecot" if root else me.pw_gid, owner=owner.pw_uid, owner_group=owner.pw_gid,
        port=server.port, ssl_port=server.ssl_port, capability=capability,
    )  # fmt: skip
    (base / "dovecot.conf").write_text(settings, "utf-8")
    (base / "passwd").write_text(f"{USER}:{{PLAIN}}{SECRET}\n", "utf-8")
    command = [str(PROGRAM), "-F", "-c", str(base / "dovecot.conf")]
    with (base / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(base, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: Dovecot, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        assert process.poll() is None, (server.base / "said").read_text("utf-8", "replace")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), 1) as line:
            if line.recv(10).startswith(b"* OK"):
                return
        time.sleep(0.1)
    raise AssertionError(server.log())


def _certify(base: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run([*command, *names, "-keyout", base / "tls.key", "-out", base / "tls.crt"], check=True, capture_output=True)
