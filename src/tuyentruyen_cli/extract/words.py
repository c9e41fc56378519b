"""Words that give a table its structure, whatever is reported. Folded without marks, as ``vi.text.fold_plain`` makes them.

What is reported (measures, channels, topics) is data of the schema; these words belong to the language of tables.
"""

import re

from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.words import either

# ruff: noqa: SIM905 - lists of words read best as words

TOTAL = frozenset(
    (
        "tong|tong cong|cong|tong so|tc|t c|t cong|tong chung|cong chung|toan xa|toan thi tran|toan phuong|toan huyen|toan tinh"
        "|ca xa|ca huyen|tcong|total|sum"
        "|ca tuan|tong tuan|trong ca tuan"
    ).split("|")
)
TOTAL_START = ("tong ", "toan xa ", "toan thi tran ", "toan phuong ", "toan huyen ")
SUM = frozenset({"tong", "tong cong", "cong", "tong so"})  # in a column that is not read
SUBTOTAL_START = ("cong muc ", "cong phan ", "cong i ", "cong ii ", "cong iii ", "cong iv ", "cong v ", "cong a ", "cong b ")
# What begins with Tổng or Cộng and is no total.
NOT_TOTAL = (
    "tong dai ", "tong ket ", "tong ve sinh ", "tong dieu tra ", "tong cuc ", "tong cong ty ", "tong bi thu ", "tong doan ",
    "tong lien doan ", "tong duyet ", "tong tuyen cu ", "cong dong ", "cong tac ", "toan xa hoi ",
)  # fmt: skip
# With such a word a label goes on after Tổng that says of what it is one: Tổng các kênh, Tổng I + II, Tổng xã Bản Bo.
AFTER_TOTAL = regex(
    r"(?:cong|so|chung|hop|the|con|cac|toan|ca|cua|i{1,3}|iv|v|vi|a|b|c|\d+|muc|phan|nhom|don vi|xa|thi tran|tt|phuong|huyen"
    r"|tinh|ban|thon|tin|bai|luot|thoi luong|do dai|so luong|nguoi|kenh|dai|tuan|thang|trong|ket qua|gia tri|uoc|luy ke|phat"
    r"|phong su)\b"
)
# What a heading adds that is of more than the week: (tháng 01), cả năm.
LONGER = regex(r"(?<!\S)(?:trong |ca |cua )?(?:thang|quy|nam)(?: nay| \d{1,4}| [ivx]{1,3})?$")
CUMULATIVE = ("luy ke", "luy tien", "cong don", "tu dau thang", "tu dau nam", "tu dau dot", "tu dau chien dich", "den nay")
PLAN = frozenset("ke hoach|chi tieu giao|kh|chi tieu ke hoach|muc tieu|duoc giao".split("|"))
ACTUAL = frozenset(
    (
        "thuc hien|th|ket qua|ket qua thuc hien|thuc te|trong tuan|tuan nay|trong ky|ky nay"
        "|so lieu|so luong|gia tri|ket qua trong tuan"
    ).split("|")
)
PREVIOUS = frozenset(
    "tuan truoc|ky truoc|cung ky|cung ky nam truoc|so sanh|tang giam|ty le|ti le|dat ty le|hoan thanh|% dat|% ht|% hoan thanh"
    "|%|% ke hoach|% kh|% th kh|dat %|muc dat".split("|")
)
# A row that compares rather than states, and one of another time.
COMPARED_START = (
    "binh quan ", "trung binh ", "so voi ", "so sanh ", "tang giam ", "tang so ", "giam so ", "ty le ", "ti le ", "chenh lech ",
    "du kien ", "dat ty le ",
)  # fmt: skip
OTHER_TIME = ("tuan truoc", "ky truoc", "cung ky", "tuan lien truoc", "tuan toi", "tuan sau", "ky sau")
PERIOD = regex(r"(?:tuan|thang|quy|nam)(?: thu)? \d{1,4}(?: (?:thang |nam )?\d{1,4})*")
# Số tin, bài tuần 5: which week it is, is looked at apart.
WEEK_BEHIND = regex(r" tuan(?: thu)? \d{1,2}(?: nam \d{4})?$")
# Kết quả tuần 5, Tháng 1: of which week or month rows are.
OF_WEEK = regex(r"(?<!\S)(?:tuan|thang|quy|nam)(?: thu)? \d{1,4}(?: (?:thang |nam )?\d{1,4})*$")
# A ward, with its marks: Phường Hương Trúc is no phương hướng.
WARD = regex(r"(?:\W|\d)*phường (?!hướng)")
# How the title of a table begins that is not about the week itself.
OTHER_TITLE = regex(
    r"(?:(?:bang|bieu|so lieu|ket qua|tong hop|bao cao|phan) )*"
    r"(?:luy ke|cong don|tuan truoc|ky truoc|cung ky|tuan toi|tuan sau|ke hoach (?:tuan|thang)|du kien|so sanh"
    r"|phuong huong|nhiem vu (?:trong tam|thoi gian toi|tuan (?:toi|sau))|chuong trinh cong tac (?:tuan|thang)"
    r"|tu dau (?:thang|nam|dot|chien dich))\b"
)
# The title of a report that is not one of a week: "Báo cáo tháng 01", "Báo cáo kết quả tuyên truyền quý I/2021".
LONGER_REPORT = regex(
    r"^bao cao (?:nhanh |ket qua |so ket |tong ket |dinh ky |cong tac )*(?:thang|quy|6 thang|nam) (?:\d|[ivx]+\b|dau|cuoi)"
    r"|^bao cao (?!.*\btuan\b)(?!.*\bngay \d).*\b(?:thang \d{1,2}|quy (?:[1-4]|iv|i{1,3}))(?: ?/ ?\d{4}| nam \d{4})?[ .]*$"
)
# A figure that begins with a word, or the word for none.
SAID = regex(r"(?:khoang|tren|hon|gan|uoc|chung|~) ?\d|(?:khong|khong co|ko)$")
AMOUNT = frozenset({"so luong", "sl", "tong so"})
ORDER = frozenset("tt|stt|so tt|so thu tu|thu tu|sott".split("|"))
NOTE = frozenset("ghi chu|chu thich|nguoi phu trach|nguoi thuc hien|can bo phu trach|bien tap|tac gia".split("|"))
NAMES_A_UNIT = regex(r"(?:ubnd|xa|thi tran|tt|phuong|dai) \S")
UNIT = frozenset(
    ("don vi|ten don vi|xa|xa thi tran|xa phuong|xa phuong thi tran|don vi bao cao|ten xa|dia phuong|co quan don vi").split("|")
)
TITLE = frozenset(
    "ten tin bai|tin bai|tieu de|ten tin|ten bai|ten tac pham|ten chuong trinh"
    "|noi dung tin bai|tieu de tin bai|ten tin bai phong su|noi dung phat"
    "|ten noi dung|dau de".split("|")
)
GENRE = frozenset("the loai|loai|loai tin bai|loai tac pham".split("|"))
# Over weeks, months or years row by row.
TIMES = regex(r"(?P<of>tuan|thang|nam)(?: so| thu| bao cao)*")
DATE = frozenset("ngay|ngay phat|ngay thang|thoi gian|thoi gian phat|ngay phat song|ngay dang|gio phat|thoi diem".split("|"))
MEASURED_IN = frozenset("dvt|don vi tinh|dv tinh|dvi tinh".split("|"))
LABEL = frozenset("chi tieu|noi dung|noi dung cong viec|cac chi tieu|ten chi tieu|hang muc|tieu chi|cong viec".split("|"))
# What shows how to fill in a table, by the number of its row, by its label, by the name of its sheet or the title over it.
EXAMPLE_NUMBERS = frozenset({"vd", "vi du", "thi du", "mau"})
# A label that begins or ends with it; "Kênh khác (ví dụ: Zalo)" explains its channel, and its figures count.
EXAMPLE = regex(
    r"(?:vi du|thi du|vd)\b.*|(?:(?:dong|ghi|hang) )?mau(?: ghi| bieu)?|huong dan (?:ghi|dien|nhap)|cach (?:ghi|dien|nhap)"
    r"|.*\b(?:vi du|thi du)(?: (?:minh hoa|ve cach|cach|ghi|dien|lam|bieu|mau|bao cao|so|\d{1,2}))*"
)
EXAMPLE_TITLE = regex(
    r"(?:(?:bang|bieu|mau|bao cao|so lieu|trang|sheet|phan|cach) )*(?:vi du|thi du|minh hoa|vd|example)"
    r"(?: (?:minh hoa|ve cach|cach|ghi|dien|lam|bieu|mau|bao cao|so|\d{1,2}))*"
)
FORM_SHEETS = frozenset(
    "mau|bieu mau|mau bieu|mau bao cao|bao cao mau|form|template|huong dan|hd|huong dan ghi|cach ghi".split("|")
)
# The name of a sheet that may be left over: a draft, a copy, the whole month.
LEFT_OVER = re.compile(
    r"(?:(?:ban|so lieu|sheet) )?(?:nhap|draft|backup|sao luu|copy|cu|old|test|khong dung)(?: \d+)?"
    r"|(?:sheet|trang tinh) ?\d+ \d"
    r"|(?:(?:tong hop|bao cao|so lieu|bc|th|ca|bieu|tong) )*(?:thang|quy|nam)(?: [0-9ivx]+)*"
)
RELAYED = ("tiep am", "tiep song", "phat lai", "tiep phat")
# A heading may carry these words after a measure's name and still mean it.
HARMLESS_TAILS = (
    "trong tuan", "tuan nay", "trong ky", "da thuc hien", "thuc hien", "da phat", "da dang", "da san xuat", "san xuat",
    "bao cao", "duoc", "trong tuan bao cao", "uoc tinh", "uoc", "uoc dat", "luot nguoi", "nguoi", "luot", "tin", "bai", "tuan",
    "tuyen truyen", "tren loa", "tren he thong loa", "phut", "da dang tai", "da phat song", "tinh bang phut", "tinh theo phut",
)  # fmt: skip
MEASURED_IN_ONLY = frozenset(
    (
        "phut|gio|giay|phut giay|gio phut|hh mm|mm ss|nguoi|luot nguoi|luot|tin|bai|nghin nguoi"
        "|tin bai|lan|buoi|luot phat|lan phat|nghin luot|nghin luot nguoi|trieu nguoi"
    ).split("|")
)

# What a heading may add in brackets and still mean its measure: (kể cả tiếng Thái), (trong tuần), (phút).
EXPLAINS = regex(
    r"(?:ke ca|tinh ca|gom|bao gom|ca|vi du|vd|nhu|tuc|tuc la|ghi|dien|neu|chi ghi|khong (?:tinh|ke|bao gom)"
    r"|chua (?:tinh|ke)|tru)(?!\S)"
)
NEUTRAL = frozenset(
    "trong ca tuan nay ky bao cao da duoc thuc hien san xuat phat song dang tai tong so cong cac loai uoc tinh khoang dat luong"
    " cua toan xa tren dia ban dvt don vi bang theo chung va hoac".split()
)
OF_LENGTH = frozenset("phut gio giay tieng h p ph s m mm ss hh".split())

# What stands under a table and ends it.
FOOTER = regex(
    r"^(noi nhan|nguoi lap|lap bieu|tm\b|kt\b|tl\b|thu truong|chu tich|pho chu tich|giam doc|pho giam doc|can bo|truong dai"
    r"|cong chuc|- nhu tren|- luu|nhu tren|luu vt|ky ten|xac nhan|thay mat|truong tram|nguoi bao cao|ghi chu|chu y|luu y"
    r"|\* |\(ky|ngay \d+ thang"
    r"|(?!thu |chu nhat).{0,40}, ngay )"
)
ROMAN = regex(r"^([IVX]{1,5})\s*[.)/:-]?(?:\s+|$)(.*)", re.DOTALL)
MARKER = regex(r"^\s*([IVX]{1,5}|[A-Z]|\d{1,3}(?:[.,]\d{1,3})*|[a-zđ])\s*[.)/]\s*(?=\S)|^\s*([-+*•])\s*(?=\S)")
DETAIL_START = (
    "trong do ", "trong so do ", "trong so nay ", "trong so tren ", "trong tong so ", "chia ra ", "gom ", "bao gom ",
)  # fmt: skip
# A row that may be a part of another one: Riêng bản Nà Vàng; (tiếng Thái); Loa bản (riêng Nà Vàng); Zalo (đã tính ở trên).
_WITHIN = either("riêng", "nằm trong", "đã tính", "đã cộng")
PART = regex(rf"\W*(?:{_WITHIN}|{either('kể cả', 'tính cả', 'cụ thể')}(?! {either('hóa')}))(?!\w)|\([^()]*\)$")
_COUNTED = either("đã kể", "đã gồm", "đã bao gồm", "trong số", "tính trùng", "trùng")
PART_OF_OTHER = regex(rf"[(\[,;:–-]\s*(?:{_WITHIN}|{_COUNTED})(?!\w)")
# A label that counts something: Số hộ, Số cụm loa. With marks, for Sổ tay is none.
COUNT_OF = regex(r"(?:\W|\d)*(?:tổng )?số (?!liệu|hóa|hoá)\w")
# Of such words alone are labels of totals, times, plans and comparisons.
STRUCTURE_CORE = regex(
    r"(?<!\S)(?:tong|toan|chung|luy ke|lk|ke hoach|kh|chi tieu|muc tieu|so sanh|so voi|tang|giam|chenh lech|binh quan|bq"
    r"|trung binh|ty le|ti le|%|uoc|du kien|hoan thanh|dat|kiem tra|doi chieu|lam tron|check"
    r"|ca (?:thang|nam|quy|dot)|(?:tu|den) ngay|dau nam|dau thang)(?!\S)"
)
OF_TIME = frozenset(
    "so lieu ket qua bao cao cua trong tinh tong voi sanh chenh lech ty ti le % tu den het dau ngay thang nam quy ky dot tuan"
    " truoc sau toi cung lien luy ke cong don tien nay chien dich da thuc hien".split()
)
OF_DAYS = frozenset("thu hai ba tu nam sau bay chu nhat sang chieu toi".split())
STRUCTURE = OF_TIME | frozenset(
    "chung toan bo ca xa thi tran phuong huyen lk hien tai hoach kh chi tieu giao muc duoc de ra dat hoan thanh tang giam binh"
    " quan bq tb trung moi uoc du kien te ngoai lam tron kiem tra doi chieu check cac kenh va hoac dong cot luong tin"
    " bai phong su luot lan buoi phat song thoi do dai phut nguoi nghe cuoi kem muc hon so".split()
)
