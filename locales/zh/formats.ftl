# 频道文件里的用语，以及对他人文件的说明。

failure-too_many_rows = 节目单有 { $rows } 行；一张工作表最多 { $most } 行。
failure-too_many_rows-hint = 请一次少导出几天。
failure-no_filler_file = { $date } { $channel } 的节目单有空档，而没有一个填充短片带有文件。
failure-no_filler_file-hint = 请给一秒以上的填充短片附上媒体文件，或用 --files 说明文件如何命名。
failure-channel_folder = 频道标识“{ $channel }”不能用作文件夹名。
failure-channel_folder-hint = 请给频道 khabar.kz 这样的标识：不含斜线、冒号，也不以点开头。
failure-no_frame_rate = BXF 不使用“{ $rate }”这一帧率。
failure-no_frame_rate-hint = 可用：24、25、29.97、30、59.94。
failure-no_authority = “{ $authority }”不是 DNS 名称。
failure-no_authority-hint = 请填写播出机构自己的名称，例如 khabar.kz。
failure-unknown_programme = 没有名为“{ $programme }”的节目。
failure-unknown_programme-hint = 请按“arna export station”所示写节目标识，例如 common-dream。
failure-nothing_to_publish = 频道 { $channel } 在 { $from } 至 { $until } 没有已接受的播出。
failure-nothing_to_publish-hint = 请先计算并接受这些日期，或指定其他日期。
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
        [none] 已接受的编排与第 { $since } 版没有共同日期。
       *[other] 第 { $since } 版与第 { $until } 版没有共同日期。
    }
failure-no_common_dates-hint = “arna revisions”列出各版的日期。
failure-no_receiver = 没有接收方“{ $id }”。
failure-no_receiver-hint = “arna receiver list”列出已有的接收方。
finding-playout_hold = “{ $title }”为直播：其下铺垫填充短片。
finding-playout_no_file = “{ $title }”没有媒体文件：改播填充短片。
finding-playout_overlap = 前一个尚未结束就开始：损失 { $seconds } 秒。
finding-playout_short_file = 其文件比播出时长短 { $seconds } 秒：其后播填充短片。
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
received-as_run_events = 跳过 { $count } 个实播事件：此处只读节目单。
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
        [version] 版本标识
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
        [version] 版本标识
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
        [version] 版本标识
        [origin] 来源词，如 sequel、pool、hold
       *[title] 文字
    }
received-no_heads = 没有一行含有已知表头，如日期、开始、标题。
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
cli-playlists = 已写出 { $files } 个播放单：{ $entries } 条。
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
language-name =
    { $language ->
        [en] 英语
        [kk] 哈萨克语
        [ru] 俄语
        [zh] 汉语
       *[other] { $language }
    }
