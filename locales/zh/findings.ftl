# Findings, refusals and failures. Values have the names that the code gives them; what is unknown arrives as "none".

finding-wrong_language = 语言为{ language-name }，该时段要求{ $languages }。
finding-too_long = 时长 { $duration }，而仅有 { $room } 可用。
finding-not_licensed =
    { $until ->
        [none] 此处没有涵盖其{ $language ->
         [en] 英语
         [kk] 哈萨克语
         [ru] 俄语
         [zh] 汉语
        *[other]  { $language }
    }版本的授权。
       *[other] 授权期为 { $from } 至 { $until }，不含 { $date }。
     }
finding-runs_exhausted = 这是第 { $runs } 次播出，授权允许 { $max_runs } 次。
finding-too_close = 距另一次播出（{ $other }）仅 { $apart_hours } 小时，要求 { $min_gap_hours } 小时。
finding-rating_hours = { $rating } 仅可在 { $from } 至 { $until } 播出。
finding-held_back =
    { $premiere ->
        [none] 须由 { $first_channel } 首播，但尚未播出。
       *[other] 由 { $first_channel } 首播（{ $premiere }），其他频道须在 { $hours } 小时之后播出。
     }
finding-blacked_out = { $from } 至 { $until } 禁播。
finding-day_limit = 当日第 { $airings } 次播出，最多 { $max_per_day } 次。
finding-overlaps = 与 { $other } 的 { $other_version } 重叠。
finding-wrong_order = { $programme } 只能按顺序在连播时段播出。
finding-season_finished = 本季已播完。
finding-nothing_to_repeat = 被重播的时段没有自己的节目。
finding-fits = 可以安排。
finding-slot_vanished = 时钟调整使该时段消失（{ $nominal } 分钟）。
finding-slot_shorter = 因时钟调整，{ $nominal } 分钟变为 { $minutes } 分钟。
finding-slot_longer = 因时钟调整，{ $nominal } 分钟变为 { $minutes } 分钟。
finding-slot_cut = 固定播出或上层占用后，{ $nominal } 分钟剩 { $minutes } 分钟。
finding-slot_dropped = 被固定播出或上层覆盖（{ $nominal } 分钟）。
finding-quota_missed =
    { $week } 起的一周还差 { $minutes } 分钟{ $language ->
         [en] 英语
         [kk] 哈萨克语
         [ru] 俄语
         [zh] 汉语
        *[other]  { $language }
    }节目（应占 { $share }%）。
finding-version_missing =
    { $episode } 没有{ $language ->
         [en] 英语
         [kk] 哈萨克语
         [ru] 俄语
         [zh] 汉语
        *[other]  { $language }
    }版本。
finding-open_for_quota = 留空：可用节目对语言配额的损失大于收益。
finding-pin_waiting = 已固定但尚未进入播出表：请重新计算该日。
finding-runs_on = 于 { $end } 结束，此时 { $other } 开始的节目已在播出。
finding-window_too_short = 从 { $episode } 起窗口内再无位置：{ $episodes } 集中有 { $placed } 集找到日期。
finding-no_free_time = 所选日期 { $from } 至 { $until } 之间没有空闲的 { $minutes } 分钟：{ $episodes } 集中有 { $placed } 集找到日期。
finding-longer_than_gap = { $longest_episode } 长 { $duration }：需要 { $minutes } 分钟，而最长的空档只有 { $gap } 分钟。
finding-too_late_for_window = { $episode } 不得早于 { $ready } 开始，而窗口在 { $until } 结束。{ $episodes } 集中有 { $placed } 集找到日期。
finding-premiere_unknown = 应由 { $first_channel } 先播 { $episode }，但它不播：{ $episodes } 集中有 { $placed } 集找到日期。
finding-strand_there = 此处时段 { $of } 已在播 { $season }，未为其提出方案。
finding-pinned_there = { $season } 在此已固定于 { $at }，未为其提出方案。
finding-continues = { $season } 在此已开播：从 { $episode } 继续。
finding-aired_already = { $season } 在此已播完：重新开始。
finding-overrides = 被覆盖的其他时段场次：{ $count }；其中留空的分钟数：{ $lost }。
finding-repeat_left_out = { $episodes } 次重播中有 { $left_out } 次在 { $days_after } 天后找不到时间。
finding-not_as_promised =
    { $episode } 不能播出：{ $refusal ->
        [none] 该处没有时段
        [wrong_language] { rule-wrong_language }
        [too_long] { rule-too_long }
        [not_licensed] { rule-not_licensed }
        [runs_exhausted] { rule-runs_exhausted }
        [too_close] { rule-too_close }
        [rating_hours] { rule-rating_hours }
        [held_back] { rule-held_back }
        [blacked_out] { rule-blacked_out }
        [day_limit] { rule-day_limit }
        [overlaps] { rule-overlaps }
        [wrong_order] { rule-wrong_order }
       *[other] { $refusal }
     }。
finding-shown_earlier = { $episode } 在首播之前已于 { $at } 播出（{ $origin }）。

rule-wrong_language = 语言
rule-too_long = 适合时段
rule-not_licensed = 授权
rule-runs_exhausted = 播出次数
rule-too_close = 间隔
rule-rating_hours = 分级时段
rule-held_back = 首播限制
rule-blacked_out = 禁播
rule-day_limit = 每日上限
rule-overlaps = 重叠
rule-wrong_order = 顺序

step-sequels = 连播
step-pools = 节目池
step-proof = 证明
step-repeats = 重播
step-breaks = 间隙
step-moving = 电视台的行
earned = 目前 { $score } 分
earned-within = 目前 { $score } 分，与可能的最佳结果之差不超过 { $short } %

origin-pin = 协调员固定
origin-sequel = 连播的下一集
origin-repeat = 重播其他时段
origin-pool = 从节目池选出
origin-hold = 直播或外来板块
origin-promo = 宣传片
origin-filler = 填充片

severity-info = 提示
severity-warning = 警告
severity-error = 错误

invalid-unknown_id = 没有名为“{ $id }”的项。
invalid-duplicate_id = “{ $id }”重复。
invalid-ends_before_start = 结束（{ $until }）早于开始（{ $from }）。
invalid-weight_out_of_range = 权重应为 1 至 5，而非 { $weight }。
invalid-slots_overlap = { $slot } 与同层的 { $other } 重叠。
invalid-season_of_other_programme = { $season } 季不属于节目 { $programme }。
invalid-repeat_of_other_channel = 时段 { $id } 不在频道 { $channel } 上。
invalid-repeats_itself = 时段 { $id } 最终重播自身。
invalid-length_zero = 时段至少一分钟。
invalid-gap_not_above_rerun = min_gap_hours（{ $min_gap_hours }）须大于 rerun_hours（{ $rerun_hours }）。
invalid-before_day_start = { $start } 早于播出日开始（{ $day_start }）。午夜后请写 24:00 及以后。
invalid-after_next_day_start = 自 { $start } 起 { $length_min } 分钟，超过次日开始（{ $day_start }）。
invalid-zone_data_old = 时区数据为 { $version }，需要 { $needed } 或更新。
invalid-unknown_zone = 没有时区“{ $tz }”。示例：Asia/Almaty。
invalid-duration_out_of_range = 版本时长应大于 0 且不超过 86400000 毫秒，而非 { $duration_ms }。
invalid-day_start_late = 播出日须在 24:00 前开始，而非 { $time }。
invalid-share_above_100 = 占比应为 0 至 100，而非 { $share }。
invalid-too_large = { $bytes } 字节，最多读取 { $most }。
invalid-not_utf8 = 不是 UTF-8：字节 { $byte }。请以 UTF-8 保存。
invalid-not_json = “{ $text }”附近不是 JSON。
invalid-cut_short = 文档不完整。
invalid-too_deep = 嵌套超过 { $most } 层。
invalid-duplicate_key = “{ $name }”在此重复。
invalid-trailing_text = 结尾后还有内容：“{ $text }”。
invalid-unknown_format = 格式为 { $format }，此处读取 { $known }。
invalid-unknown_field = 此处没有字段“{ $name }”。已知：{ $known }。
invalid-missing_field = 缺少字段“{ $name }”。
invalid-unknown_word = 此处不认识“{ $found }”。已知：{ $known }。
invalid-wrong_type =
    此处应为{ $wanted ->
         [text] 文本
         [number] 数字
         [u8] 0 至 255 的整数
         [u16] 0 至 65535 的整数
         [u32] 0 至 4294967295 的整数
         [u64] 不小于 0 的整数
         [i32] -2147483648 至 2147483647 的整数
         [i64] 整数
         [boolean] true 或 false
         [list] 列表
         [object] 对象
        *[other] { $wanted }
    }，却是{ $found ->
         [text] 文本
         [number] 数字
         [boolean] true 或 false
         [list] 列表
         [object] 对象
        *[other] { $found }
    }。
invalid-wrong_length = 成员数为 { $found }，应为 { $wanted }。
invalid-out_of_range =
    超出范围：{ $found }。应为：{ $wanted ->
         [text] 文本
         [number] 数字
         [u8] 0 至 255 的整数
         [u16] 0 至 65535 的整数
         [u32] 0 至 4294967295 的整数
         [u64] 不小于 0 的整数
         [i32] -2147483648 至 2147483647 的整数
         [i64] 整数
         [boolean] true 或 false
         [list] 列表
         [object] 对象
        *[other] { $wanted }
    }。
invalid-bad_id = { $found } 不是编号：1 至 200 字节，不含控制字符。
invalid-bad_date = 没有日期 { $found }。示例：2024-07-01。
invalid-bad_grid_time = { $found } 不是播出日时刻。示例：21:00 或 25:30。
invalid-bad_instant = { $found } 不是时刻。示例：2024-07-02T21:00:00+05:00。
invalid-bad_language = { $found } 不是语言标签。示例：kk 或 zh-Hant。
invalid-bad_value = { $found } 不适用于此处。
invalid-not_one_member = 应恰有一个成员说明其类型。
invalid-empty_list = 此处至少需要一项。
invalid-too_many = { $count } 项过多；一次最多处理 { $most } 项。
invalid-windows_too_far_apart = 窗口从 { $from } 到 { $until } 跨 { $days } 天；一次最多规划 { $most } 天。
invalid-season_without_episodes = 季 { $season } 没有任何一集。
invalid-file_name_pattern = “{ $name }”不能作文件名；其中可用 { "{channel}" }、{ "{from}" }、{ "{until}" }、{ "{revision}" } 和 { "{format}" }。
invalid-files_called_alike = 两个文件会同名“{ $name }”，第二个为 { $form }。
invalid-folder_missing = 未指定文件夹。
invalid-authority_form = “{ $authority }”不是 khabar.kz 这样的 DNS 名称。
invalid-host_form = “{ $host }”不是服务器名称。
invalid-port_form = 没有端口 { $port }。
invalid-user_form = “{ $user }”不是用户名。
invalid-host_key_form = “{ $key }”不是密钥指纹：应为 SHA256: 加 43 个字符。
invalid-key_file_missing = 未指定密钥文件。
invalid-premiere_against_holdback = 按 { $season } 的限制，其他频道须等待 { $channel }：它的首播不能晚于它们。

failure-file_not_found = 没有该文件。
failure-file_not_found-hint = 请检查路径。
failure-file_not_permitted = 无权读写该文件或文件夹。
failure-file_not_permitted-hint = 请换一个文件夹或修改权限。
failure-disk_full = 磁盘已满。未作任何更改。
failure-disk_full-hint = 请腾出空间后重试。
failure-file_is_folder = 这是文件夹。
failure-file_is_folder-hint = 请指定文件。
failure-no_file_name = 路径中没有文件名。
failure-no_file_name-hint = 请加上文件名。
failure-file_trouble = 无法读写文件：{ $why }
failure-file_trouble-hint = 未作任何更改。请重试或换位置。
failure-file_exists = 同名文件已存在，未被改动。
failure-file_exists-hint = 请换一个名称。
failure-would_replace_station = 该处是电视台文件或其他数据库，未被改动：导出的内容不会替换它。
failure-would_replace_station-hint = 请换一个名称。
failure-unknown_channel = 没有频道“{ $channel }”。
failure-unknown_channel-hint = “arna info”列出频道。
failure-bad_id = “{ $found }”不是编号。
failure-bad_id-hint = 编号为 1 至 200 字节，不含控制字符。
failure-unknown_zone = 频道 { $channel } 的时区未知：{ $tz }。
failure-unknown_zone-hint = 示例：Asia/Almaty。
failure-channel_id_form = 节目指南不支持频道编号“{ $channel }”。
failure-channel_id_form-hint = 请写成 khabar.kz 的形式：字母、数字、连字符，至少一个点。
failure-not_a_station = 这不是电视台文件，未被改动。
failure-not_a_station-hint = 请选择 .arna 文件，或用“arna import station”导入文档。
failure-station_newer = 该文件由更新版本的 Arna 写入（格式 { $found }，本版本支持 { $known }），未被改动。
failure-station_newer-hint = 请升级 Arna。
failure-station_damaged = 电视台文件已损坏：{ $what }。
failure-station_damaged-hint = “arna verify”会列出所有问题。请恢复备份（“arna restore”），或取出可读内容（“arna salvage”）。
failure-copy_unsound = 副本写出后与原文件不符（{ $what }）。未予保留；之前的备份不变。
failure-copy_unsound-hint = 磁盘或其连接不可靠：请重试，或把副本存到另一磁盘。
failure-no_such_backup = 这不是该电视台的备份。
failure-no_such_backup-hint = 请重新查看备份：有新备份时最旧的会被删除。
failure-station_locked = 另一程序正在使用该文件。
failure-station_locked-hint = 请在那里关闭后重试。
failure-proposal_too_long = 此计划占 { $mib } MiB，而电视台文件的一份方案须小于 { $most } MiB。
failure-proposal_too_long-hint = 请一次少取一些频道或日期；先前的方案仍在。
failure-station_names = 该电视台文件有 { $names } 个名称（硬链接），不写入：以不同名称打开它的两个程序互不知晓。
failure-station_names-hint = 请删除其他名称，或复制该文件并使用副本。
failure-station_read_only = 该电视台文件以只读方式打开。
failure-station_read_only-hint = 另一个窗口正在写入。请在那里关闭，再在这里重新打开。
failure-station_replaced = 该电视台的位置上现在是另一个文件，未写入任何内容。
failure-station_replaced-hint = 请保存此处所打开内容的副本，或重新打开文件。
failure-station_gone = 该电视台的文件已不存在，未写入任何内容。
failure-station_gone-hint = 请把文件放回原处，或保存此处所打开内容的副本。
failure-no_such_entry = 操作日志中没有可撤回的第 { $number } 条。
failure-no_such_entry-hint = 请再看一下操作日志。
failure-entry_undone = 第 { $number } 条已被撤销。
failure-entry_undone-hint = 没有可撤回的内容。
failure-touched_since = 第 { $by } 条（{ $author }）此后更改了“{ $id }”，无法单独撤回第 { $number } 条。
failure-touched_since-hint = 请先撤回第 { $by } 条。
failure-refused = 更改被拒绝，未作任何改动。
failure-refused-hint = 请查看上方原因。
failure-nothing_to_change =
    没有可更改的“{ $id }”（{ $kind ->
         [about] 电视台说明
         [channel] 频道
         [programme] 节目
         [licence] 授权
         [holdback] 首播限制
         [blackout] 禁播
         [slot] 时段
         [campaign] 宣传活动
         [campaign_target] 宣传对象
         [filler] 填充片
         [pin] 固定播出
         [aired] 历史条目
         [occasion] 活动
         [place] 地点
         [quotation] 引文
         [partner] 合作方
         [media] 媒体文件
         [receiver] 接收方
        *[other] { $kind }
    }）。
failure-nothing_to_change-hint = 可能已被删除，请重新查看。
failure-cancelled = 已取消，未作任何更改。
failure-cancelled-hint = 需要时可重新计算。
failure-history_in_range = { $path }：{ $channel } 的历史 { $start } 不早于 { $from }。
failure-history_in_range-hint = 请推迟起始日期，或删除该历史条目。
failure-document_unusable = 该电视台无法使用，错误数：{ $count }
failure-document_unusable-hint = 请在所示位置逐一修正。
failure-document_unreadable = 无法读取文档：
failure-document_unreadable-hint = 请在所示位置修正。
failure-rollout_unusable = 无法推算这次推广。错误数：{ $count }
failure-rollout_unusable-hint = 请在所指位置逐一改正；文档格式见 docs/ROLLOUT.md。
failure-plan_unusable = 此计划与该电视台不符。错误数：{ $count }
failure-plan_unusable-hint = 请指定制定此计划所用的电视台，或在所指位置逐一改正。
failure-no_proposal = 没有待决定的方案。
failure-no_proposal-hint = 请先计算。
failure-proposal_stale = 计划计算后数据已变。
failure-proposal_stale-hint = 请重新计算。
failure-proposal_unreadable = 无法读取待定方案：{ $why }
failure-proposal_unreadable-hint = 请放弃并重新计算。
failure-no_channels = 这些频道都不属于该电视台。
failure-no_channels-hint = 请选择频道。
failure-nothing_chosen = 方案在这些日期没有任何改动。
failure-nothing_chosen-hint = 请选择有改动的日期。
failure-days_depend = 这些日期不能单独采纳，会出现的问题：{ $count }
failure-days_depend-hint = 请一并采纳相关日期。
failure-nothing_to_amend = 没有可更改的内容。
failure-nothing_to_amend-hint = 请重新计算。
failure-unknown_version = 没有名为“{ $version }”的版本。
failure-unknown_version-hint = 请在节目库中查找。
failure-pinned_already = { $start } 已固定 { $version }。
failure-pinned_already-hint = 请先取消该固定。
failure-bad_time = 没有“{ $found }”这个时间。
failure-bad_time-hint = 请写作 21:00，午夜之后写作 25:30。
invalid-strand_order =
    { $episode } { $after ->
        [none] 会最先播出
       *[other] 会排在 { $after } 之后
    }。
invalid-repeat_differs = 会重播 { $shows }，而 { $of } 在 { $date } 播出的是 { $showed }。
invalid-rule_broken = 会违反规则：{ $rule }。
finding-strand_order =
    次序不对：{ $episode } { $after ->
        [none] 会最先播出
       *[other] 会排在 { $after } 之后
    }。
finding-repeat_differs = 重播内容不符：{ $shows }，而 { $of } 在 { $date } 播出的是 { $showed }。
failure-nothing_there = { $channel } 在 { $start } 没有播出。
failure-nothing_there-hint = 请在播出串联单中核对开始时间。
failure-no_slot_there = 时段“{ $slot }”在 { $date } 不存在。
failure-no_slot_there-hint = 请检查时段与日期。
failure-range_too_long = 天数过多：{ $days }，一次最多计划 { $most } 天。
failure-range_too_long-hint = 请减少天数。
failure-range_past_calendar = 可计划的日期为 { $first } 至 { $last }；所选为 { $from } 至 { $until }。
failure-range_past_calendar-hint = 请在此范围内选择日期。
failure-document_takes_no_plan = 文档没有播出表，无法采纳计划。
failure-document_takes_no_plan-hint = 请先导入：“arna import station IN.json NEW.arna”。
failure-unknown_language = 没有该语言。
failure-unknown_language-hint = 示例：kk。


amendment-licence_runs =
    { $max_runs ->
        [none] 授权 { $licence }：播出次数不限，原为 { $was_runs } 次。
       *[other] 授权 { $licence }：{ $max_runs } 次，原为 { $was_runs } 次。
     }
amendment-licence_window = 授权 { $licence } 自 { $from } 至 { $until }，原为 { $was_from } 至 { $was_until }。
amendment-licence_covers = 授权 { $licence } 还涵盖 { $more }。
amendment-licence_gap = 授权 { $licence }：间隔 { $min_gap_hours } 小时，原为 { $was_hours } 小时。
amendment-new_licence = 为 { $programme } 新增授权 { $licence }，自 { $from } 至 { $until }。
amendment-licence_lost = 授权 { $licence } 失去。
amendment-slot_length = 时段 { $slot }：{ $length_min } 分钟，原为 { $was_min } 分钟。
amendment-slot_start = 时段 { $slot } 改于 { $start } 开始，原为 { $was_start }。
amendment-slot_languages = 时段 { $slot } 接受的语言：{ $languages }。
amendment-slot_fill =
    时段 { $slot } 改为播出：{ $fill ->
         [sequel] 该季的下一集，播完后从头开始
         [repeat] 重播
         [pool] 节目池
        *[other] 直播或外来节目
    }。
amendment-new_slot = 在 { $channel } 的 { $start } 新增时段 { $slot }。
amendment-slot_lost = 时段 { $slot } 自 { $from } 起取消。
amendment-channel_lost = 频道 { $channel } 自 { $from } 起停播。
amendment-new_version =
    制作 { $episode } 的{ $language ->
         [en] 英语
         [kk] 哈萨克语
         [ru] 俄语
         [zh] 汉语
        *[other] { $language }
    }版本（{ $version }，{ $minutes } 分钟）。
amendment-version_lost = 版本 { $version } 失去。
amendment-new_pin = { $version } 固定在 { $channel } 的 { $start }。
amendment-pin_lost = 取消 { $channel } 在 { $start } 的固定。
amendment-pin_moved = { $channel } 在 { $start } 的固定移到 { $to }。
amendment-day_limit = { $programme }：每天 { $max_per_day } 次，原为 { $was_per_day } 次。
amendment-blackout_lost = 取消 { $channel } 自 { $from } 起的禁播。
amendment-holdback_lost = 取消 { $season } 在 { $first_channel } 的首播限制。
amendment-holdback_hours = 其他频道在 { $first_channel } 之后 { $hours } 小时播出 { $season }。

fix-calculate-again = 重新计算这些日期即可，无需其他更改。
fix-calculate-anew = 重新计算这些日期中除固定外的一切即可，无需其他更改。
fixes-none = 没有找到既能填满它又不空出其他时段的更改。

invalid-amends_nothing = 这没有改变任何东西。请给出其中之一：{ $wanted }。
invalid-no_pin_there = { $channel } 在 { $start } 没有固定。
invalid-pin_there = { $channel } 在 { $start } 已有固定。
invalid-no_blackout_there = { $channel } 没有自 { $from } 起的禁播。
invalid-no_holdback_there = { $season } 没有在 { $channel } 的首播限制。

failure-amendments_unusable = 该电视台不能作这些更改：
failure-amendments_unusable-hint = 请在所示位置改正；“arna export station”列出电视台所有内容。

# Why a plan changes what is accepted.

cause-rule = 现有规则不允许。
cause-pin_put = 已固定在此。
cause-pin_gone = 不再固定在此。
cause-pin_there = 该处自 { $pin_start } 起固定了 { $pin }。
cause-slot_gone = 该日已没有其时段。
cause-slot_covered = 其时段被另一时段覆盖。
cause-slot_changed = 其时段已变更。
cause-version_gone = 该版本已不在节目库中。
cause-strand_moved = { $season } 的连播在此轮到另一集。
cause-repeat_follows = 它重播 { $of }，而该时段现在播出其他内容。
cause-better_score = 其他内容在此得分更高。
cause-freed_seat = 代替不再能在此播出的内容。
cause-was_open = 此处原为空缺。
cause-break_changed = 间隙已重新填充。
cause-imported = { $file } 如此规定。
finding-quotas_contradict = { $languages }的占比合计为 { $sum }%：没有一周能全部满足。
failure-folder_not_found = 没有文件夹 { $folder }。
failure-folder_not_found-hint = 请先建立该文件夹，或另选一个。
invalid-too_great = { $found } 过大；最多 { $most }。
# 服务器上的电视台。
failure-shared_address = “{ $found }”不是服务器上电视台的地址。
failure-shared_address-hint = 请写成 postgresql://登录名@主机:端口/数据库，例如 postgresql://aigul@db.example.org/station；地址中不写密码。
failure-shared_authority = 无法读取为服务器担保的证书。{ $why }
failure-shared_authority-hint = 请用 --ca 指定服务器管理员给出的证书文件（PEM）；不指定则用系统的证书。
failure-shared_not = 此电视台不在服务器上。
failure-shared_not-hint = “arna station share”把它放上服务器；“arna station copy”取得服务器上电视台的副本。
failure-shared_already = 此电视台已在 { $server } 上。
failure-shared_already-hint = “arna station detach”使文件重新成为独立的电视台。
failure-shared_taken = { $server } 上是另一个电视台。
failure-shared_taken-hint = 请为此电视台另建数据库：一个电视台，一个数据库。
failure-shared_no_station = { $server } 上没有电视台。
failure-shared_no_station-hint = 请核对数据库名；“arna station share”可把电视台放上去。
failure-shared_newer = { $server } 上的电视台格式为 { $found }；本程序最高识别 { $known }。
failure-shared_newer-hint = 请安装较新的 Arna。
failure-shared_older = { $server } 上的电视台格式为 { $found }；本程序需要格式 { $needed }。此处可读，不可改。
failure-shared_older-hint = 由该处电视台的所有者用“arna station upgrade”升级；之后旧版程序不能再连接。
failure-shared_no_password = 不知道 { $login } 在 { $server } 的密码；电视台可读，不可改。
failure-shared_no_password-hint = 用“arna station password”保存密码，或离线工作：“arna station offline”。
failure-shared_unreachable = 无法连接 { $server }；未作任何更改。{ $why }
failure-shared_unreachable-hint = 请稍后再试，或离线工作：“arna station offline”。
failure-shared_silent = { $server } 在 { $seconds } 秒内没有回应。
failure-shared_silent-hint = 请稍后再试，或离线工作：“arna station offline”。
failure-shared_sign_in = { $server } 不接受与其证书绑定的密码证明；未发送任何内容。{ $why }
failure-shared_sign_in-hint = 请服务器管理员设置 password_encryption = scram-sha-256 和 hostssl … scram-sha-256。
failure-shared_password = { $server } 不让 { $login } 登录：密码或名称有误。
failure-shared_password-hint = 请用“arna station password”保存正确的密码。
failure-shared_not_permitted = { $login } 在服务器上无权这样做；未作任何更改。{ $what }
failure-shared_not_permitted-hint = 请找电视台所有者：权限由“arna station account add”设定。
failure-shared_busy = 服务器正被他人占用；未作任何更改。
failure-shared_busy-hint = 请再试一次。
failure-shared_published_meanwhile = 其间另一工作台已发布此频道的新版次；未交付任何内容。
failure-shared_published_meanwhile-hint = 请查看该版次后再发布。
failure-shared_trouble = 服务器拒绝：{ $why } { $server }
failure-shared_trouble-hint = 请告知服务器管理员。
failure-shared_unreadable = 服务器上的条目 { $number }（{ $author }）无法读取；文件保持在它之前的状态：{ $why }
failure-shared_unreadable-hint = 请告知服务器管理员；在此之前可脱离服务器工作：“arna station offline”。
failure-shared_conflict = { $author } 其间更改了“{ $id }”（第 { $by } 条，{ $at }）。您的更改已另存，编号 { $aside }。
failure-shared_conflict-hint = “arna station take”以您的为准，“arna station leave”保留对方的；两者都不会丢失。
failure-shared_unsure = { $server } 未告知是否收到更改便断开了。此处未作任何更改。
failure-shared_unsure-hint = 服务器恢复后请查看更改是否到达；若没有，请重做。
failure-shared_diverged = { $server } 对第 { $number } 条的记载与此文件不同；未作任何更改。
failure-shared_diverged-hint = 服务器被恢复到较早的日期，或绕过 Arna 被改动。请保留此文件，并用“arna station copy”另做副本。
failure-shared_offline = 这需要服务器，而此工作台正离线工作。
failure-shared_offline-hint = “arna station merge”回到服务器。
failure-shared_online = 此工作台正与服务器一起工作。
failure-shared_online-hint = 没有需要合并的；“arna station offline”转为离线工作。
failure-shared_nothing_aside = 编号 { $number } 下没有另存的内容。
failure-shared_nothing_aside-hint = “arna station status”列出待决定的内容。
failure-shared_keyring = 系统密钥环没有回应：{ $why }
failure-shared_keyring-hint = 没有密钥环时，请设置变量 { $variable }。
failure-shared_no_account = { $login } 在此电视台没有账户。
failure-shared_no_account-hint = “arna station account list”列出账户。
failure-shared_unknown_role = “{ $found }”不是角色；账户保持不变。
failure-shared_unknown_role-hint = 可用角色：{ $known }。
failure-shared_broken_off = 已中止：那里没有留下任何内容，一切如初。
failure-shared_broken_off-hint = 需要时可重新开始。
failure-shared_on_its_way = 电视台正在传往服务器；未作任何更改。
failure-shared_on_its_way-hint = 请等待传完，或中止传输。
failure-shared_certificate =
    { $why ->
        [expired] { $server } 的证书已过期；未发送任何内容。
        [not_yet] { $server } 的证书尚未生效；未发送任何内容。
        [other_name] { $server } 的证书属于另一名称；未发送任何内容。
        [unknown_authority] 没有已知机构为 { $server } 担保；未发送任何内容。
        [no_tls] { $server } 不支持 TLS；未发送任何内容。
       *[other] { $server } 的证书不可用（{ $why }）；未发送任何内容。
    }
failure-shared_certificate-hint = 请询问服务器管理员；--ca 指定为其担保的证书。也请检查本机时钟。
