"""A campaign whose units have addresses, and messages as mail programs write them."""

import shutil
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[3] / "sample_data" / "tam-duong-2021"
ADDRESSES = {"ban-bo": "vanhoa@banbo.example", "ban-hon": "banhon@laichau.example|ubnd.banhon@laichau.example"}
Mail = Callable[..., EmailMessage]


def with_addresses(text: str) -> str:
    """units.csv with a column of addresses."""
    head, *rows = text.strip().splitlines()
    return "\n".join([f"{head},addresses", *(f"{row},{ADDRESSES.get(row.partition(',')[0], '')}" for row in rows)]) + "\n"


@pytest.fixture
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The sample campaign without files; what comes is read in this process."""
    request.getfixturevalue("in_this_process")
    root = tmp_path / "chiến dịch"
    root.mkdir()
    shutil.copyfile(SAMPLE / "tuyentruyen.toml", root / "tuyentruyen.toml")
    (root / "units.csv").write_text(with_addresses((SAMPLE / "units.csv").read_text("utf-8")), "utf-8")
    return root


@pytest.fixture
def sample_file() -> Callable[[str], bytes]:
    """A file of the sample's week 05."""
    return lambda name: (SAMPLE / "week-05" / name).read_bytes()


@pytest.fixture
def mail() -> Mail:
    """A message to the office, as the office's own server stored it. ``received`` is what that server wrote on top."""

    def write(
        sender: str = "Văn hóa xã Bản Bo <vanhoa@banbo.example>",
        subject: str = "Báo cáo tuần 5",
        *files: tuple[str, bytes],
        received: str = "Thu, 04 Feb 2021 09:12:00 +0700",
        identity: str = "<1@banbo.example>",
        text: str = "Kính gửi Phòng Văn hóa và Thông tin.",
    ) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        if received:
            message["Received"] = f"from relay.example by mx.laichau.example with ESMTPS id 7; {received}"
            message.add_header("Received", "from xa by relay.example; Thu, 04 Feb 2021 23:59:00 +0700")
        message["From"] = sender
        message["To"] = "vhtt@tamduong.example"
        message["Subject"] = subject
        message["Date"] = "Mon, 01 Feb 2021 08:00:00 +0700"  # whatever the sender's clock says
        if identity:
            message["Message-ID"] = identity
        message.set_content(text)
        for name, data in files:
            message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
        return message

    return write


@pytest.fixture
def inbox(tmp_path: Path) -> Callable[..., Path]:
    """A folder with messages as files."""

    def fill(*messages: EmailMessage | bytes) -> Path:
        folder = tmp_path / "thư đến"
        folder.mkdir(exist_ok=True)
        first = len(list(folder.iterdir())) + 1
        for number, message in enumerate(messages, first):
            (folder / f"{number:03}.eml").write_bytes(message if isinstance(message, bytes) else message.as_bytes())
        return folder

    return fill
