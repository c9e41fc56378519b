"""``[mailbox]`` and ``[smtp]``: what is assumed, what is refused, and that no password has a place there."""

import shutil
from pathlib import Path

import pytest

from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.campaign.snapshot import restored, snapshot
from tuyentruyen_cli.errors import CampaignError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.servers import Mailbox, Outbox, Security, Server

SAMPLE = Path(__file__).parents[2] / "sample_data" / "tam-duong-2021"


def loaded(folder: Path, tables: str, lang: str = "en") -> Campaign:
    shutil.copyfile(SAMPLE / "units.csv", folder / "units.csv")
    text = (SAMPLE / "tuyentruyen.toml").read_text("utf-8")
    (folder / "tuyentruyen.toml").write_text(f"{text}\n{tables}", "utf-8")
    return load(folder, lang)


def faults(folder: Path, tables: str) -> list[str]:
    with pytest.raises(CampaignError) as caught:
        loaded(folder, tables)
    return list(caught.value.details)


def test_a_campaign_may_do_without(tmp_path: Path) -> None:
    campaign = loaded(tmp_path, "")
    assert (campaign.mailbox, campaign.outbox) == (None, None)


def test_what_is_assumed(tmp_path: Path) -> None:
    campaign = loaded(
        tmp_path,
        '[mailbox]\nhost = "imap.x.vn"\nuser = "a@x.vn"\n[smtp]\nhost = "smtp.x.vn"\nsecurity = "starttls"\nsender = "a@x.vn"',
    )
    assert campaign.mailbox == Mailbox(Server("imap.x.vn", 993, Security.SSL, "a@x.vn"), "INBOX", "")
    assert campaign.outbox == Outbox(Server("smtp.x.vn", 587, Security.STARTTLS), "a@x.vn")
    kept = snapshot(campaign, tmp_path)
    assert kept
    assert restored(kept, tmp_path) == campaign


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "[::1]", "localhost"])
def test_only_this_machine_is_spoken_to_in_the_open(tmp_path: Path, host: str) -> None:
    campaign = loaded(tmp_path, f'[mailbox]\nhost = "{host}"\nuser = "a"\nsecurity = "none"')
    assert campaign.mailbox
    assert (campaign.mailbox.server.host, campaign.mailbox.server.port) == (host.strip("[]"), 143)


@pytest.mark.parametrize("host", ["10.0.0.1", "imap.x.vn", "localhost.x.vn", "::2"])
def test_no_other_is(tmp_path: Path, host: str) -> None:
    assert faults(tmp_path, f'[smtp]\nhost = "{host}"\nsender = "a@x.vn"\nsecurity = "none"') == [
        f'tuyentruyen.toml: smtp.security: a connection to {host} without encryption would show the password; write "ssl" or "starttls".'
    ]


def test_every_fault_at_once(tmp_path: Path) -> None:
    tables = '[mailbox]\nhost = "https://imap.x.vn"\nport = 0\nsecurty = "ssl"\npassword = "bí mật"\n[smtp]\nhost = "smtp.x.vn"\nsender = "phòng"'
    found = faults(tmp_path, tables)
    assert [line.partition(": ")[2].partition(":")[0] for line in found] == [
        "mailbox.host",
        "mailbox.port",
        "mailbox.user",
        "mailbox.securty",
        "mailbox.password",
        "smtp.sender",
    ]
    assert 'without "https://" and port' in found[0]
    assert "Did you mean security?" in found[3]
    assert "Did you mean password_file?" in found[4]
    assert "bí mật" not in "".join(found)
