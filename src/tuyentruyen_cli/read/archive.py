"""A ZIP archive held in memory, inflated member by member under caps that count what comes out.

Sizes in headers are never trusted. ``zipfile`` reads the directory; inflating is done here, because ``zipfile`` has no cap.
"""

import io
import struct
import unicodedata
import zipfile
import zlib
from functools import lru_cache
from typing import Final

from tuyentruyen_cli.read.fault import ENCRYPTED, FileFault, unreadable, unsafe
from tuyentruyen_cli.read.preflight import MAX_ENTRIES, MAX_INFLATED, MAX_RATIO, RATIO_FROM

LOCAL_HEADER: Final = b"PK\x03\x04"
_ENTRY: Final = b"PK\x01\x02"
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1
# Stored archives inside an archive bring their own entries; only far above the cap is it useless to read the directory.
_CLEARLY_TOO_MANY: Final = 10 * MAX_ENTRIES
# The parts of office documents have the same few names, and short ones.
_NAMES_REMEMBERED: Final = 512
_LONGEST_REMEMBERED: Final = 100  # characters
_DECLARATIONS: Final = tuple(
    text.encode(encoding) for text in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_MARKUP_STARTS: Final = (b"<", b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe", b"\0<")


class Archive:
    """The members of an archive by name. Names are matched as Windows matches them: any case, either slash.

    Raises FileFault: damaged or encrypted, over a cap, a name twice, a DOCTYPE or ENTITY in any XML member.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = MAX_INFLATED
        self._parts: dict[str, bytes] = {}
        self._entries = _directory(data)
        self.names = tuple(info.orig_filename for info in self._entries.values())

    def __contains__(self, name: str) -> bool:
        return member_key(name) in self._entries

    def members(self) -> tuple[zipfile.ZipInfo, ...]:
        """The files as the directory lists them; their sizes are what it says, not what they are."""
        return tuple(self._entries.values())

    def part(self, name: str) -> bytes:
        """The content of a member. A member that is not there is a damaged file."""
        key = member_key(name)
        if key not in self._parts:
            if key not in self._entries:
                raise unreadable("damaged")
            self._parts[key] = self._inflate(self._entries[key])
        return self._parts[key]

    def check(self) -> None:
        """Inflates every member once, so that no engine meets one that was not counted and looked at."""
        for key, info in self._entries.items():
            if key not in self._parts:
                content = self._inflate(info)
                if content.startswith(_MARKUP_STARTS):
                    self._parts[key] = content

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        packed = _packed(self._data, info)
        allowed = max(RATIO_FROM, MAX_RATIO * len(packed))
        content = _inflated(packed, info, min(allowed, self._left))
        self._left -= len(content)
        if self._left < 0:
            raise unsafe("inflated")
        if len(content) > allowed:
            raise unsafe("ratio")
        if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
            raise unreadable("damaged")
        if _declares(content) and content.lstrip(b" \t\r\n").startswith(_MARKUP_STARTS):
            raise unsafe("doctype")
        return content


def member_key(name: str) -> str:
    """What two names share when a program on Windows would take them for one."""
    return _remembered_key(name) if len(name) <= _LONGEST_REMEMBERED else _member_key(name)


def _member_key(name: str) -> str:
    pieces = unicodedata.normalize("NFC", name).replace("\\", "/").casefold().split("/")
    return "/".join(piece for piece in pieces if piece not in {"", "."})


_remembered_key = lru_cache(maxsize=_NAMES_REMEMBERED)(_member_key)


def _directory(data: bytes) -> dict[str, zipfile.ZipInfo]:
    """The files of the archive by key, folders left out."""
    end = data.rfind(_END)
    if end < 0 or end + _END_SIZE > len(data):
        raise unreadable("truncated")
    if data.count(_ENTRY) > _CLEARLY_TOO_MANY:
        raise unsafe("too-many-entries")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    # UnicodeDecodeError and OverflowError come from names and offsets that were altered.
    except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OverflowError) as error:
        raise unreadable("damaged") from error
    if len(infos) > MAX_ENTRIES:
        raise unsafe("too-many-entries")
    entries = {member_key(info.orig_filename): info for info in infos}
    if len(entries) != len(infos):
        raise unsafe("duplicate-members")
    return {key: info for key, info in entries.items() if not info.orig_filename.endswith(("/", "\\"))}


def _declares(content: bytes) -> bool:
    """Whether a DOCTYPE or ENTITY stands in it, in any UTF. Most parts hold no such mark at all."""
    return b"!" in content and any(declaration in content for declaration in _DECLARATIONS)


def _packed(data: bytes, info: zipfile.ZipInfo) -> memoryview:
    """The bytes of a member as they lie in the file.

    The local header must name the same member as the directory: engines that trust one or the other would read two files.
    """
    start = info.header_offset
    if start < 0 or start + _LOCAL.size > len(data):
        raise unreadable("truncated")
    header = _LOCAL.unpack_from(data, start)
    signature, flags, name_length, extra_length = header[0], header[2], header[9], header[10]
    if (info.flag_bits | flags) & _ENCRYPTED:
        raise FileFault(ENCRYPTED)
    start += _LOCAL.size
    name = data[start : start + name_length].decode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437", "replace")
    if signature != LOCAL_HEADER or name != info.orig_filename:
        raise unreadable("damaged")
    start += name_length + extra_length
    if start + info.compress_size > len(data):
        raise unreadable("truncated")
    return memoryview(data)[start : start + info.compress_size]


def _inflated(packed: memoryview, info: zipfile.ZipInfo, limit: int) -> bytes:
    """The content, or ``limit`` bytes and one more when there is more."""
    if info.compress_type == zipfile.ZIP_STORED:
        return bytes(packed)
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise unreadable("damaged")
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, limit + 1)
    except zlib.error as error:
        raise unreadable("damaged") from error
    if not inflater.eof and len(content) <= limit:
        raise unreadable("damaged")
    return content
