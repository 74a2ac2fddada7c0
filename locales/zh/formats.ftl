# 频道文件里的用语，以及对他人文件的说明。

failure-too_many_rows = 播出表有 { $rows } 行；一张工作表最多 { $most } 行。
failure-too_many_rows-hint = 请一次少导出几天。
failure-no_filler_file = { $date } { $channel } 的播出表有空档，而没有一个填充片带有文件。
failure-no_filler_file-hint = 请给一秒以上的填充片附上媒体文件，或用 --files 说明文件如何命名。
failure-channel_folder = 频道编号“{ $channel }”不能用作文件夹名。
failure-channel_folder-hint = 请给频道 khabar.kz 这样的编号：不含斜线、冒号，也不以点开头。
failure-no_frame_rate = BXF 不使用“{ $rate }”这一帧率。
failure-no_frame_rate-hint = 可用：24、25、29.97、30、59.94。
failure-no_authority = “{ $authority }”不是 DNS 名称。
failure-no_authority-hint = 请填写播出机构自己的名称，例如 khabar.kz。
failure-unknown_programme = 没有名为“{ $programme }”的节目。
failure-unknown_programme-hint = 请按“arna export station”所示写节目编号，例如 common-dream。
failure-nothing_to_publish = 频道 { $channel } 在 { $from } 至 { $until } 没有已采纳的播出。
failure-nothing_to_publish-hint = 请先计算并采纳这些日期，或指定其他日期。
failure-no_revision =
    { $number ->
        [none] { $channel } 尚未发布任何内容。
       *[other] { $channel } 没有第 { $number } 版。
    }
failure-no_revision-hint = “arna revisions”列出已发布的版次。
failure-revision_broken = { $channel } 的第 { $number } 版与发布时不符。
failure-revision_broken-hint = “arna verify-revisions”会指出不符之处；备份中可能仍有原版。
failure-delivered_twice = 两个文件会落在同一位置；第二个给 { $receiver }。
failure-delivered_twice-hint = 请为接收方指定不同文件夹，或用“arna receiver set --name”指定不同名称。
failure-no_common_dates =
    { $until ->
        [none] 已采纳的播出表与第 { $since } 版没有共同日期。
       *[other] 第 { $since } 版与第 { $until } 版没有共同日期。
    }
failure-no_common_dates-hint = “arna revisions”列出各版的日期。
failure-no_receiver = 没有接收方“{ $id }”。
failure-no_receiver-hint = “arna receiver list”列出已有的接收方。
failure-published_meanwhile = 其间已发布了 { $channel } 的另一版次：现为第 { $number } 版。
failure-published_meanwhile-hint = 请再次发布。
failure-no_files = 没有为接收方选择任何文件。
failure-no_files-hint = 请至少选择一种格式。
failure-unknown_form = 没有名为“{ $form }”的文件格式。
failure-unknown_form-hint = 可选：xmltv、csv、xlsx、ics、bxf、tva、dvb-i、page、ffplayout、m3u。
failure-receiver_without_server = 接收方“{ $receiver }”的文件放在文件夹中，不在服务器上。
failure-receiver_without_server-hint = 用“arna receiver set --sftp”指定其服务器。
failure-no_password = 没有输入任何内容。
failure-no_password-hint = 请输入密码，或通过管道传入。
failure-sftp_unreachable = 无法连接 { $host } 的端口 { $port }，或连接中断：{ $why }
failure-sftp_unreachable-hint = 上次交付的文件保持不变。请检查接收方的主机、端口和网络，然后重新发布：已完整发送的不会再次发送。
failure-sftp_slow = { $host } 的端口 { $port } 在 { $seconds } 秒内没有应答。
failure-sftp_slow-hint = 上次交付的文件保持不变。请稍后重试，或询问服务器管理者它是否在运行。
failure-sftp_host_key_unknown = 尚未信任 { $host } 的任何密钥。服务器出示 { $keys }。
failure-sftp_host_key_unknown-hint = 没有发送任何内容。请与服务器管理者所说的比对；一致时执行：arna receiver pin STATION { $receiver } { $key }
failure-sftp_host_key_changed = { $host } 未能证明持有所信任的密钥 { $pinned }，它出示 { $keys }。您与服务器之间可能有人冒充。
failure-sftp_host_key_changed-hint = 没有发送任何内容，密码也没有。请通过其他途径向服务器管理者确认密钥是否已更换；确认后才执行：arna receiver pin STATION { $receiver } { $key }
failure-sftp_no_common = { $host } 与 Arna 没有共同的方法。服务器提供：{ $theirs }
failure-sftp_no_common-hint = 请服务器管理者提供 Ed25519 或 ECDSA 类型的密钥和现行的方法。
failure-sftp_sign_in = { $host } 不允许 { $user } 登录。
failure-sftp_sign_in-hint = 请检查用户名；用“arna receiver password STATION { $receiver }”或变量 { $variable } 重新保存密码，或请对方在服务器上登记公钥。
failure-sftp_no_secret = 密钥环中没有 { $account } 的密码。
failure-sftp_no_secret-hint = 请用“arna receiver password STATION { $receiver }”保存，设置变量 { $variable }，或用密钥登录：“arna receiver set --key-file”。
failure-sftp_keyring = 系统密钥环没有应答：{ $why }
failure-sftp_keyring-hint = 没有密钥环时，请为 { $receiver } 设置变量 { $variable }，或用无密码的密钥登录：“arna receiver set --key-file”。
failure-sftp_key_file = 私钥无法使用：{ $why }
failure-sftp_key_file-hint = 请指定可读取的 Ed25519 或 ECDSA 类型的密钥；如有密码，用“arna receiver password”保存。
failure-sftp_no_service = 该服务器不接受 SFTP 传送文件。
failure-sftp_no_service-hint = 请服务器管理者为此用户开启 SFTP。
failure-sftp_no_folder = 服务器上没有文件夹 { $folder }。
failure-sftp_no_folder-hint = 请让人建立该文件夹，或用“arna receiver set --sftp”另选一个；也可能是磁盘未挂载。
failure-sftp_denied = { $host } 不允许此用户在此写入。
failure-sftp_denied-hint = 上次交付的文件保持不变。请更改文件夹权限，或另选一个。
failure-sftp_full = { $host } 的磁盘已满。
failure-sftp_full-hint = 上次交付的文件保持不变。请服务器管理者腾出空间后重新发布。
failure-sftp_not_whole = { $host } 上的内容与所发送的不同。
failure-sftp_not_whole-hint = 上次交付的文件保持不变。请重新发布；若仍如此，请检查服务器磁盘。
failure-sftp_refused = { $host } 拒绝：{ $why }
failure-sftp_refused-hint = 上次交付的文件保持不变。这些话可供服务器管理者查明原因。
failure-sftp_torn = 在 { $folder } 中放置文件时连接中断：其中 { $count } 个可能已是新文件。
failure-sftp_torn-hint = 服务器应答后请重新发布：届时全部恢复正确。
failure-sftp_failed = 无法使用网络：{ $why }
failure-sftp_failed-hint = 未作任何更改。请重试。
finding-playout_hold = “{ $title }”为直播：其下铺垫填充片。
finding-playout_no_file = “{ $title }”没有媒体文件：改播填充片。
finding-playout_overlap = 前一个尚未结束就开始：损失 { $seconds } 秒。
finding-playout_short_file = 其文件比播出时长短 { $seconds } 秒：其后播填充片。
received-bad_start = “{ $title }”的开始时间无法读取（“{ $found }”）：已略去。
received-bad_duration = “{ $title }”的时长无法读取（“{ $found }”）：已略去。
received-end_before_start = “{ $title }”在开始之前就结束（{ $found }）。
received-end_unknown = 不知“{ $title }”何时结束：已略去。
received-ends_from_next = { $count } 个没有结束时间：到下一个开始为止。
received-offset_missing = { $count } 个时间没有 UTC 偏移：按 UTC 处理。
received-text_too_long = { $count } 段文字过长，已截断。
received-unknown_entity = 略去 { $count } 处实体引用：文件自带的实体一律不展开。
received-unknown_namespace = 命名空间不属于 BXF；仍按 BXF 读取。
received-unknown_rate = { $count } 个事件的帧率未知：按 25 处理。
received-program_headers = { $count } 个节目头重复首段，不是播出。
received-secondary_events = { $count } 个附属事件（如台标）不是播出。
received-as_run_events = 跳过 { $count } 个播出日志事件：此处只读播出表。
received-frame_too_high = 每秒 { $rate } 帧时没有第 { $frame } 帧：顺延计算。
received-time_skipped = 时钟跳过 { $found }：取换时的瞬间。
received-time_twice = 时钟两次显示 { $found }：按事件顺序判定。
received-bad_cell =
    “{ $found }”无法读取。应为：{ $wanted ->
        [date] 日期，如 2024-07-01
        [time] 时间，如 21:00 或 25:30
        [duration] 时长，如 0:25:00
        [offset] 偏移，如 UTC+05:00
        [language] 语言，如 kk
        [version] 版本编号
        [origin] 来源词，如 sequel、pool、hold
       *[title] 文字
    }
received-cell_missing =
    此处为空。应为：{ $wanted ->
        [date] 日期，如 2024-07-01
        [time] 时间，如 21:00 或 25:30
        [duration] 时长，如 0:25:00
        [offset] 偏移，如 UTC+05:00
        [language] 语言，如 kk
        [version] 版本编号
        [origin] 来源词，如 sequel、pool、hold
       *[title] 文字
    }
received-no_column =
    没有对应的列：{ $wanted ->
        [date] 日期，如 2024-07-01
        [time] 时间，如 21:00 或 25:30
        [duration] 时长，如 0:25:00
        [offset] 偏移，如 UTC+05:00
        [language] 语言，如 kk
        [version] 版本编号
        [origin] 来源词，如 sequel、pool、hold
       *[title] 文字
    }
received-no_heads = 没有一行含有已知表头，如日期、开始、标题。
received-not_of_date = “{ $found }”与该行日期“{ $date }”不符。请改正其一：时间属于该行日期，最晚 48:00。
received-unknown_name =
    { $near ->
        [none] 本台没有“{ $found }”。
       *[other] 本台没有“{ $found }”。最接近的是“{ $near }”。
    }
invalid-unknown_encoding = 没有名为“{ $encoding }”的编码。请将文件存为 UTF-8。
invalid-not_xml = 不是 XML：{ $why }
invalid-not_xmltv = 最外层元素是“{ $root }”；节目指南应为“tv”。
invalid-not_bxf = 最外层元素是“{ $root }”；BXF 应为“BxfMessage”。
invalid-too_many_airings = 一个文件最多读取 { $most } 个播出。
received-asrun_cell =
    “{ $found }”无法读取，该行已略去。应为：{ $wanted ->
        [date] 符合映射格式的日期
        [date_time] 符合映射格式的日期和时间
        [start] 符合映射格式的时间
        [end] 开始后一天之内、符合映射格式的结束时间
        [duration] 大于零、符合映射格式的时长
       *[status] 映射中表示已播或未播的词
    }
received-asrun_missing =
    { $wanted ->
        [date] 缺少日期：该行已略去。
        [start] 缺少开始时间：该行已略去。
       *[status] 缺少状态：该行已略去。
    }
received-asrun_quote_open = 引号没有闭合：该行已略去。
received-asrun_twice = { $count } 行在播出日志中出现两次：只计一次。
received-asrun_no_key = { $count } 行既无带号也无标题：已略去。
invalid-asrun_no_column = 没有名为“{ $head }”的表头。现有：{ $known }。
invalid-asrun_no_date =
    { $from ->
        [head] 播出日志头没有 { $form } 格式的日期（“{ $found }”）。
        [file_name] 文件名没有 { $form } 格式的日期（“{ $found }”）。
       *[asked] 播出日志没有日期：请用 --date 说明是哪一天。
    }
invalid-mapping_missing = 缺少此项，而映射的其余部分需要它。
invalid-mapping_value =
    “{ $found }”在此处不适用。应为：{ $wanted ->
        [date_form] 年月日的格式，如 DD.MM.YYYY 或 YYYYMMDD
        [pivot] 一天中的时刻，如 06:00
        [sign] 一个符号，如 ; 或 |
        [rate] 时间带帧时：24、25、29.97、30、59.94 之一
        [head_or_number] 列的表头或从 1 起的列号
        [number] 从 1 起的列号
        [span] 首末字符位置，如 [1, 8]
        [word] 一个词
        [column] column：BXF 的日期在时间旁
        [bxf_field] type、status、house_number 或 title
       *[nothing] 无：BXF 自己说明各项位置
    }
invalid-line_too_long = 有一行超过 { $most } 字节：这不是播出日志，或换行方式不同。
invalid-not_in_encoding = 这不是 { $encoding } 的文字。请在映射中写明播出日志的编码。
invalid-unreadable = 播出日志无法读到末尾：{ $why }
failure-unknown_mapping = 没有名为“{ $name }”的映射，也没有这个文件。
failure-unknown_mapping-hint = 程序自带：{ $known }。也可写 arna-asrun/1 文档的路径（docs/ASRUN.md）。
failure-document_takes_no_log = 电视台文档不能采纳播出日志：只有电视台文件按步骤保存历史。
failure-document_takes_no_log-hint = 请用“arna import station”建立电视台文件，或去掉 --accept。
failure-asrun_empty = 播出日志中没有任何节目；映射略过 { $ignored } 行。
failure-asrun_empty-hint = 请查看备注以及映射略过的内容。
failure-asrun_other_channel = 播出日志说的是 { $found }，不是 { $channel }。
failure-asrun_other_channel-hint = 请选另一个频道或播出日志，或在映射的“channels”中写明播出日志如何称呼它。
failure-asrun_other_day = 播出日志说的是 { $from } 至 { $until }，不是 { $date }。
failure-asrun_other_day-hint = 请选另一个日期或播出日志。
failure-asrun_many_dates = 播出日志说的是 { $from } 至 { $until }：一份播出日志最多取 { $most } 天。
failure-asrun_many_dates-hint = 请用 --date 说明是哪一天，或检查映射中的日期格式。
failure-asrun_overlapping = 播出日志有 { $percent } % 的时间同时说两件事：两个频道，或同一天出现两次。
failure-asrun_overlapping-hint = 请在映射中写明频道所在的列，或从播出日志中去掉重复部分。
failure-asrun_nothing_due = { $channel } 在 { $from } 至 { $until } 没有已采纳的播出表。
failure-asrun_nothing_due-hint = 请用 --date 说明是哪一天，或先采纳当时播出的播出表。
failure-asrun_no_match = 已采纳的 { $due } 个播出没有一个出现在播出日志的 { $rows } 行中（{ $titles } …）。
failure-asrun_no_match-hint = 这是别的电视台或别的日期的播出日志，或映射读取的带号和标题列不对。
failure-asrun_doubtful = 播出日志不够可靠，不能采纳：{ $unread } 行无法读取，{ $due } 个已采纳播出中有 { $aired } 个在其中。
failure-asrun_doubtful-hint = 请查看报告和备注；然后用 --anyway 采纳，或改正映射。
failure-asrun_nothing_new = { $channel } 的历史和播出表已经如此。
failure-asrun_nothing_new-hint = 没有要做的了。
finding-asrun_unlicensed =
    { $licence ->
        [none] 播出时没有覆盖它的授权。
       *[other] 授权 { $licence } 已无剩余次数，但仍播出了。
    }
asrun-aired = 已播
asrun-other_version = 播出另一版本
asrun-replaced = 被替换
asrun-missing = 未播
asrun-untold = 播出日志未及
asrun-extra = 计划外
cli-head-due = 计划
cli-head-outcome = 结果
cli-head-aired = 实际播出
cli-head-late = 晚
cli-head-longer = 长
cli-head-log = 播出日志中
cli-head-of-licence = 授权
cli-head-runs-taken = 已用次数
cli-head-runs-left = 剩余次数
cli-asrun-totals = 计划 { $due } 个：已播 { $aired }（准时 { $on_time }，晚 { $late }，最多晚 { $latest }，早 { $early }），另一版本 { $other_version }，被替换 { $replaced }，未播 { $missing }，播出日志未及 { $untold }。计划外播出 { $extra }。
cli-head-published = 已发布
cli-asrun-totals-sent = 版次 { $revision } 共 { $due } 个：已播 { $aired }（准时 { $on_time }，晚 { $late }，最多晚 { $latest }，早 { $early }），另一版本 { $other_version }，被替换 { $replaced }，未播 { $missing }，播出日志未及 { $untold }。版次之外播出 { $extra }。
cli-asrun-beside = 略过：映射略过 { $ignored } 行，宣传片和填充片 { $breaks }，其他日期 { $other_dates }，其他频道 { $other_channels } { $other_channels ->
        [0] {""}
       *[other] （{ $names }）
    }
cli-asrun-unread = { $count } 行无法读取：其内容在此可能缺失。
cli-asrun-doubtful = 计划内容很少出现在播出日志中：播出日志对吗？
cli-asrun-accepted = { $channel } 的 { $aired } 个播出已成为历史；“arna undo”可撤回。
received-bad_entry = “{ $title }”播放其文件的 { $found } 秒：这不是文件的一段，已略去。
received-playlist_length = { $date } 的播放列表长 { $seconds } 秒；其播出日为 { $wanted } 秒。
received-playlist_twice = { $date } 有两份播放列表：第二份已略过。
failure-too_many_playlists = 文件夹中的播放列表超过 { $most } 份。
failure-too_many_playlists-hint = 请指明一个频道或一年的文件夹。
failure-document_takes_no_import = 电视台文档不能采纳播出表：只有电视台文件保存每一步。
failure-document_takes_no_import-hint = 请用“arna import station”建立电视台文件，或去掉 --accept。
failure-import_left_out = 文件中有 { $count } 项不会播出：本台没有、可能是多个或无法读取。
failure-import_left_out-hint = 请把缺少的加入节目库或更正文件；或用 --anyway 采纳其余部分。
failure-import_nothing_new = { $file } 所说的都已采纳。
failure-import_nothing_new-hint = 无需再做什么。
failure-import_other_channel = 文件讲的是 { $found }，不是 { $channel }。
failure-import_other_channel-hint = 请选择另一个频道或文件，或用 --called 说明文件如何称呼该频道。
failure-import_empty = 文件中没有任何播出；有 { $remarks } 条备注。
failure-import_empty-hint = “arna read”显示能读出的内容以及其余为何不能。
failure-import_dates_untold = 文件没有 { $dates }{ $more ->
        [0] {""}
       *[other] {" "}及另外 { $more } 天
    } 的内容，而这些日期已采纳的会被撤下。文件包含 { $from } 至 { $until }。
failure-import_dates_untold-hint = 请选择文件包含的日期，一次一段。
failure-import_overlaps = { $count ->
        [one] 会有两个节目同时播出。
       *[other] 有 { $count } 处会有两个节目同时播出。
    }
failure-import_overlaps-hint = 请更正文件。无论文件怎么说，节目的时长以节目库中的版本为准。
invalid-import_overlap = “{ $title }”在 { $date } { $at } 开始，而“{ $other }”播出到 { $until }。
finding-import_unknown =
    { $near ->
        [none] { $where }：本台没有“{ $title }”。
       *[other] { $where }：本台没有“{ $title }”。最接近的是“{ $near }”。
    }
finding-import_ambiguous = { $where }：“{ $title }”可能是 { $candidates }{ $more ->
        [0] {""}
       *[other] {" "}及另外 { $more } 个
    }。
finding-import_hold_moved = { $where }：编排表中直播“{ $title }”在别的时间；若不移动其时段，下次计算会把它放回去。
import-kept = 与采纳的一致
import-placed = 新
import-ambiguous = 可能是多个
import-unknown = 节目库中没有
cli-import-totals =
    { $until ->
        [none] { $from }
       *[other] { $from } 至 { $until }
    }：与采纳的一致 { $kept }，新 { $placed }，宣传片和填充片 { $breaks }。未纳入：节目库中没有 { $unknown }，可能是多个 { $ambiguous }，无法读取 { $unread }。
cli-import-beside = 略过：播放列表的宣传片和填充片 { $breaks }，没有位置 { $without_room }，其他日期 { $other_dates }，其他频道 { $other_channels } { $other_channels ->
        [0] {""}
       *[other] （{ $names }）
    }
cli-import-kept = 它作为电视台的方案等待决定：未作任何改动。窗口会显示它；--accept 采纳，新的计算会取代它。
cli-import-accepted = { $channel } 的 { $airings } 个播出已按文件采纳；“arna undo”可撤回。
cli-playlists = 已写出 { $files } 个播放列表：{ $entries } 条。
cli-received = 读取 { $airings } 个播出，{ $remarks } 条备注。电视台未作改动。
cli-further-remarks = 另有 { $count } 条备注未列出。
page-until = 至
page-airings = 播出次数
page-channel = 频道
page-spoken = 语言
page-date = 日期
page-time = 时间
page-duration = 时长
page-episode = 集
page-showing = 播出
page-premiere = 首播
page-first-run = 首轮
page-repeat = 重播
page-none = 这些日期没有播出。
paper-date =
    { $month ->
        [1] 1月
        [2] 2月
        [3] 3月
        [4] 4月
        [5] 5月
        [6] 6月
        [7] 7月
        [8] 8月
        [9] 9月
        [10] 10月
        [11] 11月
       *[12] 12月
    }{ $day }日 { $weekday }
paper-title = 节目
paper-house-number = 带号
paper-premiere-short = 首
paper-first-run-short = 新
paper-revision = 第 { $number } 版，{ $at }
paper-draft = 未发布
paper-breaks = 宣传片与填充片：见播出串联单
paper-more = 另有 { $count } 条短节目：见播出串联单
language-name =
    { $language ->
        [en] 英语
        [kk] 哈萨克语
        [ru] 俄语
        [zh] 汉语
       *[other] { $language }
    }
head-date = 日期
head-start = 开始
head-duration = 时长
head-end = 结束
head-utc-offset = UTC 偏移
head-title = 标题
head-episode = 集
head-language = 语言
head-version = 版本
head-origin = 来源
chain-holds = { $channel }：共 { $count } 版，均与发布时一致；最后一版为 { $sha256 }
chain-broken = { $channel }：第 { $number } 版与发布时不符：{ $what }
broken-number = 其前缺一版
broken-content = 内容与哈希不符
broken-previous = 所记前一版的哈希不符
broken-hash = 日期、作者或时间与其哈希不符
broken-missing = 曾交付，但已不存在
told-head =
    { $until ->
        [none] { $name }，{ $from } 至 { $last }：第 { $since } 版以来的变动
       *[other] { $name }，{ $from } 至 { $last }：第 { $since } 版到第 { $until } 版的变动
    }
told-nothing = 没有变动。
told-moved = 移动 { $was-at } → { $at }：{ $what }
told-trimmed = { $at } { $what }：{ $was-minutes } → { $minutes } 分钟
told-instead = { $at } { $what }，替换 { $was-what }
told-version =
    { $at } { $what }：换版本，{ $was-language ->
         [en] 英语
         [kk] 哈萨克语
         [ru] 俄语
         [zh] 汉语
        *[other] { $was-language }
    } → { language-name }
told-added = 新增 { $at }：{ $what }
told-dropped = 取消 { $was-at }：{ $was-what }
told-otherwise = { $at } { $what }：内容相同，但标题、简介、分级、带号或文件有变（原为 { $was-what }）
told-breaks = 仅宣传片与填充片有变
failure-sheet_unreadable = 无法读取此表格：{ $why }
failure-sheet_unreadable-hint = 请存为不带密码的 XLSX、ODS 或 CSV。
failure-sheet_too_large = 表格太大（{ $what }：超过 { $most }）。
failure-sheet_too_large-hint = 请删去不需要的内容，或拆分。
failure-sheet_quote_open = 表格第 { $line } 行的引号没有闭合，把下面的行也包了进去。
failure-sheet_quote_open-hint = 请闭合引号，或重新保存表格后再读取。
failure-sheet_empty = 表格是空的。
failure-sheet_empty-hint = 请选择有内容的工作表。
