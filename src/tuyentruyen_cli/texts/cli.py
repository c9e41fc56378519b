"""Messages of the command line."""

MESSAGES: dict[str, tuple[str, str]] = {
    "help": (
        "Tổng hợp báo cáo tuyên truyền hằng tuần của các đơn vị: đọc tệp các đơn vị gửi, kiểm tra từng ô, cộng cả tuần kèm nguồn gốc từng con số, và xuất báo cáo Word.",
        "Gathers weekly public-information reports: reads what units send, checks every cell, totals the week with the sources of every figure, and writes the Word report.",
    ),
    "help-exit-codes": (
        "Mã kết thúc: 0 xong; 1 có lỗi trong tệp được kiểm tra; 2 dùng sai lệnh hoặc cấu hình; 3 không có gì đọc được; 4 chương trình ngoài bị lỗi; 70 lỗi bên trong; 130 bị ngắt.",
        "Exit codes: 0 done; 1 errors found in what was checked; 2 wrong usage or configuration; 3 nothing readable; 4 an outside program failed; 70 internal error; 130 interrupted.",
    ),
    "options-metavar": ("[TÙY CHỌN]", "[OPTIONS]"),
    "rule-metavar": ("[MÃ_QUY_TẮC]", "[RULE]"),
    "command-metavar": ("LỆNH [THAM SỐ]...", "COMMAND [ARGS]..."),
    "short-validate": ("Kiểm tra từng tệp, chỉ ra mọi chỗ cần sửa.", "Check files and show everything to mend."),
    "short-aggregate": ("Đọc, kiểm tra và tổng hợp thư mục của một tuần.", "Read, check and total the folder of a week."),
    "short-render": (
        "Xuất báo cáo tuần, báo cáo tháng và các văn bản khác.",
        "Write the report of a week, of a month, and other documents.",
    ),
    "short-rules": (
        "Liệt kê các quy tắc kiểm tra, hoặc giải thích một quy tắc.",
        "List the rules, or explain one.",
    ),
    "short-init": ("Tạo chiến dịch mới hoặc chép chiến dịch mẫu.", "Start a new campaign, or copy the sample."),
    "help-rules": (
        "Liệt kê mọi quy tắc kiểm tra; thêm mã quy tắc để xem vì sao, cách sửa, ví dụ, và quyết định nào khép lại được.",
        "List every rule; with a rule's id: why it matters, how to mend it, examples, and which decisions close it.",
    ),
    "help-version": ("Cho biết phiên bản.", "Show the version."),
    "help-lang": (
        "Ngôn ngữ của thông báo (vi hoặc en); cũng đặt được bằng TUYENTRUYEN_LANG.",
        "Language of messages (vi or en); also by TUYENTRUYEN_LANG.",
    ),
    "help-validate": (
        "Kiểm tra từng tệp: đơn vị nào, tuần nào, số liệu đọc được và mọi chỗ cần sửa. Không cần có chiến dịch.",
        "Check files one by one: which unit, which week, the figures read and everything to mend. Needs no campaign.",
    ),
    "help-aggregate": (
        "Đọc thư mục của một tuần, kiểm tra và cộng số liệu của các đơn vị, in bảng tóm tắt và ghi nhớ tuần đó.",
        "Read the folder of a week, check and total the units' figures, print the summary and remember the week.",
    ),
    "help-render": (
        "Xuất văn bản từ số liệu đã tổng hợp vào reports/ của chiến dịch: báo cáo của một tuần (mới nhất, hoặc --week), của một tháng (--month), hay loại khác (--kind).",
        "Write documents of what is remembered into the campaign's reports/: the report of a week (the newest, or --week), of a month (--month), or another kind (--kind).",
    ),
    "help-inspect": (
        "Cho thấy chương trình hiểu một tệp thế nào: tiêu đề, cột, dòng, tổng, và ô nào bị bỏ qua hay từ chối, vì sao.",
        "Show how a file was understood: headings, columns, rows, totals, and which cells were set aside or refused, and why.",
    ),
    "short-inspect": ("Cho thấy một tệp được hiểu thế nào.", "Show how a file was understood."),
    "help-decide": (
        "Ghi một quyết định của người phụ trách: enter (nhập tay), correct (sửa ô), choose (chọn bản, hoặc rows/stated), combine (cộng các bản), assign (gán tệp cho đơn vị hoặc tuần), exclude (không dùng tệp), excuse (miễn), extend (gia hạn), waive (chấp nhận lưu ý), undo (hủy), list (liệt kê). Áp dụng ở lần aggregate sau.",
        "Write down a decision: enter, correct, choose (a version, or rows/stated), combine, assign, exclude, excuse, extend, waive, undo, list. Applied by the next aggregate.",
    ),
    "short-decide": ("Ghi một quyết định đóng một câu hỏi còn mở.", "Write down a decision that closes an open question."),
    "help-decide-week": (
        "Tuần của quyết định; mặc định là tuần mới nhất đã tổng hợp.",
        "The week; the newest remembered one by default.",
    ),
    "help-decide-unit": ("Đơn vị (id trong units.csv).", "The unit (its id in units.csv)."),
    "help-decide-measure": ("Chỉ tiêu (id).", "The measure (its id)."),
    "help-decide-file": ("Tệp, như tên trong bảng tóm tắt.", "The file, as the summary names it."),
    "help-decide-cell": ("Ô, ví dụ Sheet1!F11.", "The cell, such as Sheet1!F11."),
    "help-decide-rule": ("Quy tắc của lưu ý được chấp nhận.", "The rule of the warning that is accepted."),
    "help-decide-value": ("Giá trị chốt; với undo là mã quyết định.", "The value; for undo the decision's id."),
    "help-decide-reason": ("Vì sao.", "Why."),
    "help-decide-who": ("Ai quyết định.", "Who decides."),
    "metavar-who": ("HỌ_TÊN", "NAME"),
    "metavar-reason": ("LÝ_DO", "REASON"),
    "decided": ("Đã ghi. Áp dụng ở lần chạy aggregate sau.", "Written down. Applied by the next aggregate."),
    "decision-lacks": ("Quyết định {kind} còn thiếu {option}.", "The decision {kind} lacks {option}."),
    "bad-figure": (
        "“{value}” không dùng được cho {measure}. Ghi một số rõ ràng của cả tuần, ví dụ {example}; không có thì ghi 0.",
        "“{value}” cannot be used for {measure}. Type one plain figure of the whole week, such as {example}; 0 for none.",
    ),
    "nothing-decided": (
        "Tuần {week} chưa có quyết định nào. Tuần khác: thêm --week.",
        "Week {week} has no decision yet. Another week: add --week.",
    ),
    "no-such": ("Không dùng được “{what}”. Có thể dùng: {allowed}.", "“{what}” cannot be used. Allowed: {allowed}."),
    "help-init": (
        "Tạo một chiến dịch mới để sửa theo ý mình, hoặc chép chiến dịch mẫu (--sample).",
        "Start a new campaign, or copy the sample campaign (--sample).",
    ),
    "help-week": ("Tuần của tệp, khi tên thư mục không cho biết.", "The week, when the folder's name does not say it."),
    "help-render-week": (
        "Tuần cần xuất; mặc định là tuần mới nhất đã tổng hợp.",
        "The week to render; the newest remembered one by default.",
    ),
    "help-render-month": (
        "Tháng của báo cáo tháng (các tuần có hạn trong tháng); mặc định là tháng của tuần mới nhất.",
        "The month of a month's report (the weeks whose deadline is in it); by default that of the newest week.",
    ),
    "help-json": ("In kết quả dạng JSON.", "Print the result as JSON."),
    "help-now": ("Coi lúc này là bây giờ; không ghi múi giờ là giờ Việt Nam.", "Take this as now; Vietnamese time by default."),
    "help-fail-on": ("Kết thúc bằng mã 1 khi có: error, missing, late.", "End with 1 when there are: error, missing, late."),
    "help-jobs": ("Số tiến trình đọc tệp.", "Number of reading processes."),
    "help-to": (
        "Các dạng cần xuất, cách nhau bằng dấu phẩy: docx (mặc định), pdf (cần LibreOffice), xlsx, html, md, csv, json; txt cho tin-nhan.",
        "The formats to write, separated by commas: docx (the default), pdf (needs LibreOffice), xlsx, html, md, csv, json; txt for tin-nhan.",
    ),
    "help-render-kind": (
        "Loại văn bản: bao-cao-tuan (mặc định), bao-cao-thang (theo tháng, --month), bao-cao-dot (cả đợt, từ tuần đầu đến --week), don-doc (công văn đôn đốc đơn vị chưa gửi), tin-nhan (danh sách gửi muộn, chưa gửi cho nhóm Zalo), yeu-cau (công văn yêu cầu báo cáo), phieu-kiem-tra (phiếu kiểm tra của cơ quan).",
        "The kind of document: bao-cao-tuan (the default, a week's report), bao-cao-thang (a month's, --month), bao-cao-dot (of all weeks up to --week), don-doc (the letter that urges units to send), tin-nhan (who is late or missing, as a message for a chat group), yeu-cau (the dispatch that asks for reports), phieu-kiem-tra (the office's check sheet).",
    ),
    "help-render-output": (
        "Ghi vào thư mục này; với một dạng thì có thể là tệp (có đuôi của dạng đó) hoặc - (in ra màn hình).",
        "Write to this folder; for one format also a file (with its ending), or - for standard output.",
    ),
    "help-output": ("Ghi vào thư mục (hoặc tệp) này.", "Write to this folder (or file)."),
    "help-force": ("Ghi đè cả tệp đã được sửa tay.", "Also overwrite a file that was changed by hand."),
    "help-sample": ("Chép chiến dịch mẫu của huyện Tam Đường.", "Copy the sample campaign of Tam Đường district."),
    "error": ("LỖI", "ERROR"),
    "warning": ("Lưu ý", "Warning"),
    "title": ("Tuần {week} (từ {start} đến {end}, hạn {due})", "Week {week} ({start} to {end}, due {due})"),
    "unit": ("Đơn vị", "Unit"),
    "total": ("Tổng cộng", "Total"),
    "sent": ("Gửi", "Sent"),
    "problems": ("Vấn đề", "Problems"),
    "at-least": ("≥ {value} (còn {open} ô)", "≥ {value} ({open} open)"),
    "blank": ("để trống", "blank"),
    "refused": ("chưa rõ", "not clear"),
    "missing": ("chưa gửi", "missing"),
    "on-time": ("đúng hạn", "on time"),
    "late": ("muộn", "late"),
    "unknown": ("không rõ giờ", "time unknown"),
    "count-errors": ("{count} lỗi", "{count} errors"),
    "count-warnings": ("{count} lưu ý", "{count} warnings"),
    "not-received": ("Chưa gửi: {units}.", "Not received: {units}."),
    "not-in-total": ("Tổng “{measure}” chưa có: {units}.", "The total of “{measure}” is without: {units}."),
    "partly-blank": ("“{measure}” còn ô để trống ở: {units}.", "“{measure}” has blanks in: {units}."),
    "whose-is-it": (
        "Có {count} tệp chưa rõ của đơn vị nào, có thể là của đơn vị nêu trên: {files}.",
        "{count} files are of no known unit, perhaps of one named above: {files}.",
    ),
    "two-formats": ("Không dùng --json cùng lúc với --format {format}.", "--json and --format {format} cannot go together."),
    "wrong-ending": (
        "{path}: đuôi tệp cho biết định dạng, hãy đặt tên tệp với đuôi: {allowed}.",
        "{path}: the ending of the file says its form; name it with one of: {allowed}.",
    ),
    "not-our-file": (
        "{path} đã có và không do chương trình này ghi ra: không ghi đè. Hãy đặt tên khác.",
        "{path} exists and was not written by this program: it is kept. Give another name.",
    ),
    "help-format": (
        "In các lỗi và lưu ý: text (chữ), json, csv (mở bằng Excel), html (một trang, mở bằng trình duyệt).",
        "Give findings as text, json, csv (for Excel) or html (one page for a browser).",
    ),
    "help-findings-output": (
        "Ghi thêm danh sách lỗi và lưu ý vào tệp này; đuôi .html, .csv hoặc .json.",
        "Write the list of findings to this file too; its ending is .html, .csv or .json.",
    ),
    "nothing-wrong": ("Không có gì cần sửa.", "Nothing to mend."),
    "no-unit": ("không rõ đơn vị", "unit unknown"),
    "file": ("{file}: {unit}, tuần {week}: {outcome}", "{file}: {unit}, week {week}: {outcome}"),
    "week-unknown": ("chưa rõ", "unknown"),
    "accepted": ("dùng được", "accepted"),
    "partial": ("dùng được một phần", "partly used"),
    "rejected": ("không dùng được", "not used"),
    "superseded": ("đã có bản mới hơn", "superseded"),
    "ignored": ("bỏ qua", "set aside"),
    "progress": ("Đã đọc {done}/{total} tệp", "Read {done}/{total} files"),
    "next": ("Tiếp theo: tuyentruyen render {folder} --to docx", "Next: tuyentruyen render {folder} --to docx"),
    "next-open": (
        "Tiếp theo: còn {count} việc cần xử lý, ghi trong {list}: điền cột GIÁ TRỊ CHỐT, LÝ DO, NGƯỜI CHỐT rồi chạy lại lệnh này (hoặc đề nghị đơn vị sửa tệp rồi gửi lại). Xuất báo cáo với số liệu hiện có: tuyentruyen render {folder} --to docx",
        "Next: {count} open questions, listed in {list}: fill in the last three columns and run this again (or have the units mend their files). Render what there is: tuyentruyen render {folder} --to docx",
    ),
    "figures-decided": (
        "* Số liệu do người phụ trách chốt; tuần này có {count} quyết định (xem: tuyentruyen decide list --week {week}).",
        "* A figure that a person decided; {count} decisions this week (see: tuyentruyen decide list --week {week}).",
    ),
    "next-errors": (
        "Tiếp theo: đề nghị các đơn vị sửa những chỗ ghi LỖI rồi chạy lại lệnh này; hoặc xuất báo cáo với số liệu hiện có: tuyentruyen render {folder} --to docx",
        "Next: have the units mend what is marked ERROR and run this again; or render what there is: tuyentruyen render {folder} --to docx",
    ),
    "next-no-campaign": (
        "Không có chiến dịch (tuyentruyen.toml) nên không ghi nhớ và không biết đơn vị nào còn thiếu. Tạo chiến dịch: tuyentruyen init THƯ_MỤC",
        "There is no campaign (tuyentruyen.toml): nothing is remembered and who is missing is not known. Start one: tuyentruyen init FOLDER",
    ),
    "decided-since": (
        "Có quyết định về tuần {week} chưa được áp dụng vào số liệu. Tổng hợp lại (tuyentruyen aggregate) rồi xuất văn bản.",
        "A decision about week {week} is not applied to its figures yet. Aggregate it again (tuyentruyen aggregate), then render.",
    ),
    "rendered": (
        "Số, ngày tháng và chữ ký để trống cho cơ quan điền.",
        "Number, date and signature are left blank for the office.",
    ),
    "sample-ready": (
        "Đã chép chiến dịch mẫu vào {folder}. Tiếp theo: tuyentruyen aggregate {folder}/week-05",
        "The sample campaign is in {folder}. Next: tuyentruyen aggregate {folder}/week-05",
    ),
    "campaign-ready": (
        "Đã tạo chiến dịch trong {folder}. Tiếp theo: sửa tuyentruyen.toml và units.csv, đặt tệp của các đơn vị vào {folder}/week-NN/ (NN là số tuần), rồi chạy tuyentruyen aggregate {folder}/week-NN",
        "The campaign is in {folder}. Next: edit tuyentruyen.toml and units.csv, put the units' files into {folder}/week-NN/ (NN is the week's number), then run tuyentruyen aggregate {folder}/week-NN",
    ),
    "interrupted": ("Đã ngắt. Các tệp kết quả cũ còn nguyên.", "Interrupted. Earlier outputs are whole."),
    "internal": (
        "Lỗi bên trong chương trình; số liệu và tệp kết quả cũ còn nguyên. Xin gửi các dòng sau cho người phát triển:",
        "An internal error; data and earlier outputs are whole. Please send these lines to the developers:",
    ),
    "no-campaign": (
        "Không thấy tuyentruyen.toml ở {folder} hay thư mục nào phía trên. Tạo chiến dịch trước: tuyentruyen init THƯ_MỤC",
        "There is no tuyentruyen.toml in {folder} or any folder above. Start a campaign first: tuyentruyen init FOLDER",
    ),
    "no-folder": ("Không có thư mục {folder}. Kiểm tra lại đường dẫn.", "There is no folder {folder}. Check the path."),
    "not-a-folder": (
        "{folder} là một tệp, không phải thư mục. Kiểm tra một tệp: tuyentruyen validate {folder}",
        "{folder} is a file, not a folder. To check one file: tuyentruyen validate {folder}",
    ),
    "no-file": ("Không có tệp {file}. Kiểm tra lại đường dẫn.", "There is no file {file}. Check the path."),
    "folder-not-file": (
        "{file} là thư mục. Tổng hợp cả thư mục: tuyentruyen aggregate {file}",
        "{file} is a folder. To total a folder: tuyentruyen aggregate {file}",
    ),
    "empty-folder": (
        "Thư mục {folder} không có tệp báo cáo nào. Đặt tệp các đơn vị gửi vào đó rồi chạy lại.",
        "The folder {folder} holds no reports. Put the units' files into it and run again.",
    ),
    "unreadable-folder": ("Không đọc được thư mục {folder}: {reason}.", "The folder {folder} cannot be read: {reason}."),
    "nested-campaign": (
        "Trong {folder} có chiến dịch khác (tuyentruyen.toml). Chuyển các thư mục sau ra ngoài, hoặc chạy lệnh với thư mục tuần của chính nó:",
        "There is another campaign inside {folder} (tuyentruyen.toml). Move these out, or name the week's folder itself:",
    ),
    "campaign-not-week": (
        "{folder} là thư mục của cả chiến dịch. Hãy chỉ thư mục của một tuần, ví dụ: tuyentruyen aggregate {folder}/week-05",
        "{folder} is the folder of the whole campaign. Name the folder of one week, such as: tuyentruyen aggregate {folder}/week-05",
    ),
    "which-week": (
        "Tên thư mục {folder} không cho biết tuần nào. Thêm --week, ví dụ --week 2021-W05.",
        "The name of {folder} does not say which week. Add --week, such as --week 2021-W05.",
    ),
    "bad-week": ("Không hiểu tuần “{week}”. Viết như 2021-W05 hoặc 5.", "“{week}” is not a week. Write it as 2021-W05 or 5."),
    "several-weeks": (
        "Các tệp trong {folder} thuộc nhiều tuần ({weeks}). Thêm --week để chọn.",
        "The files in {folder} are of several weeks ({weeks}). Choose with --week.",
    ),
    "bad-instant": (
        "Không hiểu thời điểm “{value}”. Viết như 2021-02-04T16:00+07:00.",
        "“{value}” is not a moment. Write it as 2021-02-04T16:00+07:00.",
    ),
    "bad-condition": (
        "--fail-on không hiểu “{given}”. Chỉ dùng: {allowed}.",
        "--fail-on does not know “{given}”. Allowed: {allowed}.",
    ),
    "unknown-format": (
        "Chưa xuất được dạng “{format}”. Các dạng xuất được: {formats}.",
        "The format “{format}” cannot be written. Formats: {formats}.",
    ),
    "unknown-kind": (
        "Không có loại văn bản “{kind}”. Có phải là {near}? Các loại xuất được: {kinds}.",
        "There is no kind of document “{kind}”. Did you mean {near}? Kinds: {kinds}.",
    ),
    "nobody-to-urge": (
        "Tuần {week}: mọi đơn vị phải báo cáo đã gửi, không có đơn vị nào để đôn đốc.",
        "Week {week}: every unit that must report has sent; there is nobody to urge.",
    ),
    "option-of-other-kind": (
        "{option} không dùng được với loại văn bản {kind}. Bỏ {option}, hoặc chọn loại khác bằng --kind.",
        "{option} does not go with the kind {kind}. Leave {option} out, or choose another kind with --kind.",
    ),
    "several-formats": (
        "{path} chỉ chứa được một dạng, không phải {formats}. Ghi vào thư mục (-o THƯ_MỤC), hoặc chỉ xin một dạng.",
        "{path} can hold one format, not {formats}. Write to a folder (-o FOLDER), or ask for one.",
    ),
    "other-ending": (
        "{path} không có đuôi .{format}. Đặt lại tên tệp, hoặc chọn dạng khác bằng --to.",
        "{path} does not end in .{format}. Give the file that ending, or choose another format with --to.",
    ),
    "json-and-document": (
        "--json và -o - đều in ra màn hình. Bỏ một trong hai.",
        "--json and -o - both print to standard output. Leave one of them out.",
    ),
    "not-for-a-screen": (
        "Tệp {format} không xem được trên màn hình lệnh. Ghi ra tệp: thêm > TÊN_TỆP.{format}, hoặc bỏ -o -.",
        "A {format} file cannot be shown on a screen. Send it to a file: add > NAME.{format}, or leave out -o -.",
    ),
    "written-all-the-same": ("Vẫn đã ghi: {path}", "Written all the same: {path}"),
    "week-not-remembered": (
        "Tuần {week} chưa được tổng hợp (hoặc bộ nhớ tạm đã bị xóa). Chạy trước: tuyentruyen aggregate THƯ_MỤC_TUẦN",
        "Week {week} is not remembered (or the cache was deleted). First run: tuyentruyen aggregate WEEK_FOLDER",
    ),
    "nothing-remembered": (
        "Chưa tổng hợp tuần nào. Chạy trước: tuyentruyen aggregate THƯ_MỤC_TUẦN",
        "No week is remembered yet. First run: tuyentruyen aggregate WEEK_FOLDER",
    ),
    "cannot-make-folder": (
        "Không tạo được thư mục {folder}: {reason}. Chọn chỗ khác bằng -o.",
        "The folder {folder} cannot be made: {reason}. Choose another place with -o.",
    ),
    "unreadable-output": (
        "Không đọc được {path}: {reason}. Đóng tệp đó (nếu đang mở trong Word) rồi chạy lại.",
        "{path} cannot be read: {reason}. Close it (if it is open in Word) and run again.",
    ),
    "changed-by-hand": (
        "{path} đã được sửa tay nên được giữ nguyên. Đổi tên tệp đó để giữ bản sửa, hoặc thêm --force để ghi đè.",
        "{path} was changed by hand and is kept. Rename it to keep your changes, or add --force to overwrite it.",
    ),
}
