"""What a column's header (or its ``ĐVT``) says of the figures below it."""

from functools import lru_cache

from tuyentruyen_cli.model.parsed import DurationContext
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold
from tuyentruyen_cli.vi.words import LETTER, either

# Where a header says what its figures are measured in: at the start (a cell of the ĐVT column), in brackets, after a colon.
_AT = r"(?:^|[(\[:]|(?<!\w)[x×] ?)\s*"
_ALONE = r"(?!\w|[.,]\d| \d)"
_NO_NUMBER_BEFORE = r"(?<!\d )(?<![\d\w])"  # "mục tiêu 5 nghìn người" is no scale
# Without marks "ngan" is also "ngân" or "ngắn".
_NGAN = r"ngan(?= (?:nguoi|luot)|\)?$)"
_SCALES = (
    (1_000_000, rf"{_NO_NUMBER_BEFORE}{either('triệu')}(?!\w)|{_AT}(?:1\.000\.000|1 000 000|1000000){_ALONE}"),
    (1_000, rf"{_NO_NUMBER_BEFORE}(?:nghìn|nghin|ngàn)(?!\w)|{_AT}(?:{_NGAN}|(?:1\.000|1 000|1000){_ALONE})"),
    (100, rf"{_AT}trăm(?!\w)"),
    (10, rf"{_AT}(?:chục|chuc)(?!\w)"),
)
_SCALE_PATTERNS = tuple((scale, regex(pattern)) for scale, pattern in _SCALES)

SECONDS_OF_HOUR = 3600

_BRACKETED = regex(r"[(\[]([^)\]]*)[)\]]")
# "tiếng" is an hour only where no language follows ("tiếng Mông"), "giờ" only where it is no time of day ("trong giờ vàng").
_NOT_OF_DAY = r"(?<!trong )(?<!khung )(?<!ngoài )(?<!ngoai )"
_HOUR = rf"{_NOT_OF_DAY}{either('giờ')}(?!\w)(?! {either('vàng', 'cao điểm', 'hành chính')})"
_WORDS = (
    (SECONDS_OF_HOUR, regex(rf"(?<!\w)(?:{_HOUR}|{either('tiếng')}(?!\w)(?! {LETTER}))")),
    (60, regex(rf"(?<!\w){either('phút')}(?!\w)")),
    (1, regex(rf"(?<!\w){either('giây')}(?!\w)")),
)
# Letters and marks count only where nothing else stands: a quotation mark around a title is no second.
_SIGN = regex(r"""(?:.*(?:đvt|dvt|tính|tinh) ?: ?)?(?P<sign>h|p|ph|s|'|"|'')""")
_SIGNS = {"h": SECONDS_OF_HOUR, "p": 60, "ph": 60, "'": 60, "s": 1, '"': 1, "''": 1}
_GAP = r"\s*(?:[.:;/,&\-–]|(?:và|va) )?\s*"
_PAIRS = (
    ("h:m", regex(rf"(?<!\w)(?:{either('giờ')}{_GAP}{either('phút')}|\[?h{{1,2}}\]?\s*:\s*m{{1,2}})(?!\w|\s*:)")),
    ("m:s", regex(rf"(?<!\w)(?:{either('phút')}{_GAP}{either('giây')}|\[?m{{1,2}}\]?\s*:\s*s{{1,2}})(?!\w)")),
)
_TRIPLE = regex(
    rf"(?<!\w)(?:{either('giờ')}{_GAP}{either('phút')}{_GAP}{either('giây')}|\[?h{{1,2}}\]?\s*:\s*m{{1,2}}\s*:\s*s{{1,2}})"
)
_EACH = either(
    "ngày", "đêm", "giờ", "buổi", "lần", "lượt", "phiên", "ca", "kỳ", "tháng", "chương trình", "thôn", "bản", "hộ", "cụm"
)
_ITEM = either("tin", "bài", "tin bài", "bản tin", "chương trình")
_RATE = regex(
    rf"(?:/ ?|(?<!\w){either('mỗi', 'trên')} )(?:1 |{either('một', 'mỗi')} )?{_EACH}(?!\w)"
    rf"|{either('phút', 'giây')} ?/ ?(?!{either('giây', 'tuần')}){LETTER}"
    rf"|{either('lượt', 'lần', 'buổi', 'phát', 'phát sóng', 'nghe')} ?/ ?(?:1 )?{either('tin', 'bài', 'người')}(?!\w)"
    rf"(?! {either('nghe', 'xem')})"
    rf"|{either('thời lượng', 'độ dài')} ?/ ?(?:1 |{either('một', 'mỗi')} )?{_ITEM}(?!\w)"
    rf"|(?<!\w)(?:0?1|{either('một', 'mỗi')}) {_ITEM}(?!\w)"
    rf"|(?<!\w)(?:tb|bq|{either('bình quân', 'trung bình', 'hàng ngày', 'hằng ngày')})(?!\w)"
)


@lru_cache(maxsize=512)
def parse_scale(header: str) -> int:
    """What 1 stands for in the figures below: 1,000 under ``(nghìn người)``, ``1.000 người``, ``ĐVT: nghìn lượt``; else 1."""
    folded = fold(header)
    return next((scale for scale, pattern in _SCALE_PATTERNS if pattern.search(folded)), 1)


@lru_cache(maxsize=512)
def states_rate(header: str) -> bool:
    """Whether the figures below are so many for each day, session or item (``lần/ngày``, ``phút/tin``), not the week's total.

    ``/tuần`` and ``trong tuần`` are the total of a weekly report; ``tin/bài`` is no rate.
    """
    return bool(_RATE.search(fold(header)))


@lru_cache(maxsize=512)
def header_context(header: str) -> DurationContext:
    """All that a header says of the durations below it; what stands in brackets weighs more than the rest.

    A header of several measures (``giờ:phút``, ``hh:mm``) measures a plain number in none of them.
    """
    folded = fold(header)
    for part in (*_BRACKETED.findall(folded), folded):
        context = _measures(part)
        if context != DurationContext():
            return context
    return DurationContext()


def _measures(text: str) -> DurationContext:
    if _TRIPLE.search(text):
        return DurationContext(names_hours=True)
    pair = next((name for name, pattern in _PAIRS if pattern.search(text)), "")
    if pair:
        return DurationContext(two_parts=pair, names_hours=pair == "h:m")
    sign = _SIGN.fullmatch(text.strip())
    named = [_SIGNS[sign["sign"]]] if sign else [seconds for seconds, pattern in _WORDS if pattern.search(text)]
    return DurationContext(measured_in=named[0] if len(named) == 1 else 0, names_hours=SECONDS_OF_HOUR in named)
