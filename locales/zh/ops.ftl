# What was done: the journal, undo and redo.
op-new_station = 新建电视台
op-sample_station = 新建示例台
op-import_station = 导入电视台
op-salvage_station = 抢救电视台
op-accept_plan = 采纳 { $from } 至 { $until } 的计划
op-accept_as_run = 采纳 { $channel } { $from } 至 { $until } 的播出日志：已播 { $aired }，未播 { $missing }
op-accept_import = 采纳 { $file }：{ $channel }，{ $from } 至 { $until }
op-accept_days =
    { $channels ->
        [one] 采纳方案中的 { $channel }，{ $from } 至 { $until }
       *[other] 采纳方案中的 { $channels } 个频道，{ $from } 至 { $until }
     }
op-unpin = 取消固定：{ $channel } { $start }
op-move_airing =
    将《{ $title }》移至{ $place ->
         [time] { $to }
         [date] { $to_date } { $to }
        *[channel] { $to_channel } { $to_date } { $to }
     }
op-move_airings = 移动 { $count } 个播出项，《{ $title }》至 { $to_date } { $to }
op-trim_airing = 将《{ $title }》调整为 { $from }–{ $until }
op-copy_airing = 将《{ $title }》复制到 { $to_date } { $to }
op-copy_airings = 将 { $count } 个播出项复制到 { $to_date } { $to }
op-remove_airing = 删除《{ $title }》（{ $date } { $at }）
op-remove_airings = 删除 { $count } 个播出项
op-place_airing = 将《{ $title }》排在 { $date } { $at }
op-replace_airing = 用《{ $other }》替换《{ $title }》（{ $date } { $at }）
op-pin_airing = 固定《{ $title }》（{ $date } { $at }）
op-pin_airings = 固定 { $count } 个播出项
op-unpin_airing = 取消固定《{ $title }》（{ $date } { $at }）
op-unpin_airings = 取消固定 { $count } 个播出项
op-swap_airings = 互换《{ $title }》与《{ $other }》
op-copy_days = 将 { $channel } 自 { $date } 起 { $days } 天复制到 { $to_channel } { $to_date }
op-replace_everywhere = 将 { $find } 全部替换为 { $with }，{ $from } 至 { $until }：{ $count } 处
op-swap_scenario = 换入备选方案“{ $name }”（{ $from } – { $until }）
op-apply_fix = 应用修正：《{ $title }》{ $date } { $at }
op-put_about = 修改电视台说明
op-remove_about = 删除电视台说明
op-put_channel = 修改频道 { $id }
op-remove_channel = 删除频道 { $id }
op-put_programme = 修改节目 { $id }
op-remove_programme = 删除节目 { $id }
op-put_licence = 修改授权 { $id }
op-remove_licence = 删除授权 { $id }
op-put_holdback = 修改首播限制 { $id }
op-remove_holdback = 删除首播限制 { $id }
op-put_blackout = 修改禁播 { $id }
op-remove_blackout = 删除禁播 { $id }
op-put_slot = 修改时段 { $id }
op-remove_slot = 删除时段 { $id }
op-put_campaign = 修改宣传活动 { $id }
op-remove_campaign = 删除宣传活动 { $id }
op-put_campaign_target = 修改宣传对象 { $id }
op-remove_campaign_target = 删除宣传对象 { $id }
op-put_filler = 修改填充片 { $id }
op-remove_filler = 删除填充片 { $id }
op-put_pin = 修改固定播出 { $id }
op-remove_pin = 删除固定播出 { $id }
op-put_aired = 修改历史条目 { $id }
op-remove_aired = 删除历史条目 { $id }
op-put_occasion = 修改活动 { $id }
op-remove_occasion = 删除活动 { $id }
op-put_place = 修改地点 { $id }
op-remove_place = 删除地点 { $id }
op-put_quotation = 修改引文 { $id }
op-remove_quotation = 删除引文 { $id }
op-put_partner = 修改合作方 { $id }
op-remove_partner = 删除合作方 { $id }
op-put_media = 修改媒体文件 { $id }
op-remove_media = 删除媒体文件 { $id }
op-put_receiver = { $id } 接收的内容
op-remove_receiver = 删除接收方 { $id }
op-place_anyway = 仍将 { $version } 排入 { $channel } { $start }
op-roll_out =
    { $channels ->
       *[other] 将 { $season } 推广到 { $channels } 个频道
     }
op-revert = 撤回第 { $number } 条
op-amend_several =
    { $count ->
       *[other] 作出 { $count } 项有帮助的更改
     }
op-amend_licence_runs = { amendment-licence_runs }
op-amend_licence_window = { amendment-licence_window }
op-amend_licence_covers = { amendment-licence_covers }
op-amend_licence_gap = { amendment-licence_gap }
op-amend_new_licence = { amendment-new_licence }
op-amend_licence_lost = { amendment-licence_lost }
op-amend_slot_length = { amendment-slot_length }
op-amend_slot_start = { amendment-slot_start }
op-amend_slot_languages = { amendment-slot_languages }
op-amend_slot_fill = { amendment-slot_fill }
op-amend_new_slot = { amendment-new_slot }
op-amend_slot_lost = { amendment-slot_lost }
op-amend_channel_lost = { amendment-channel_lost }
op-amend_new_version = { amendment-new_version }
op-amend_version_lost = { amendment-version_lost }
op-amend_new_pin = { amendment-new_pin }
op-amend_pin_lost = { amendment-pin_lost }
op-amend_pin_moved = { amendment-pin_moved }
op-amend_day_limit = { amendment-day_limit }
op-amend_blackout_lost = { amendment-blackout_lost }
op-amend_holdback_lost = { amendment-holdback_lost }
op-amend_holdback_hours = { amendment-holdback_hours }
op-add_slot = { $channel }：添加 { $start } 时段
op-change_slot = { $channel }：修改 { $start } 时段
op-move_slot = { $channel }：将 { $start } 时段移到 { $to }
op-resize_slot = { $channel }：将 { $start } 时段改为 { $length } 分钟
op-layer_slots = { $channel }：将 { $count } 个时段改到其他日期
op-copy_slots = { $channel }：复制 { $count } 个时段
op-split_slot = { $channel }：拆分 { $start } 时段
op-remove_slots = { $channel }：移除 { $start } 时段，共 { $count } 个
op-tell_occasion = 记录活动“{ $name }”
op-remove_occasion_named = 移除活动“{ $name }”
op-move_occasion = 将“{ $name }”及关联内容移动 { $days } 天
op-hang = 将 { $id } 关联到“{ $name }”
op-unhang = 解除 { $id } 与活动的关联
op-tell_campaign = 记录宣传活动 { $id }
op-tell_holdback = { $season } 首播限制：其他频道 { $hours } 小时后
op-lift_holdback = 取消 { $season } 的首播限制
op-tell_blackout = { $channel }：{ $date } 设为禁播
op-lift_blackout = { $channel }：解除 { $date } 的禁播
op-add_channel = 添加频道 { $name }
op-change_channel = 修改频道 { $name }
op-remove_channel_named = 移除频道 { $name }
op-order_channels = 调整频道顺序
op-tell_about = 修改电视台名称与备注
op-edit_item = 修改“{ $what }”的{ $field ->
        [title] 名称
        [synopsis] 简介
        [kind] 类型
        [order] 顺序
        [tags] 标签
        [rating] 分级
        [duration] 时长
        [house_number] 带号
        [language] 语言
        [number] 序号
        [places] 地点
        [quotations] 引文
        [partners] 合作方
        [name] 名称
       *[other] 资料
    }
op-edit_items = 修改 { $count } 行的{ $field ->
        [title] 名称
        [synopsis] 简介
        [kind] 类型
        [order] 顺序
        [tags] 标签
        [rating] 分级
        [duration] 时长
        [house_number] 带号
        [language] 语言
        [number] 序号
        [places] 地点
        [quotations] 引文
        [partners] 合作方
        [name] 名称
       *[other] 资料
    }
op-rename_item = 将 { $from } 改名为 { $to }
op-remove_item = 删除“{ $what }”
op-remove_item_with_all = 删除“{ $what }”及依附内容
op-remove_items = 删除 { $count } 行
op-add_season = 为“{ $what }”添加一季
op-add_episode = 为“{ $what }”添加一集
op-add_version = 为“{ $what }”添加版本
op-add_programme = 新建节目“{ $what }”
op-add_quotation = 添加引文 { $what }
op-add_place = 添加地点 { $what }
op-add_partner = 添加合作方 { $what }
op-add_licence = 添加授权 { $id }
op-attach_media = 将 { $file } 关联到“{ $what }”
op-detach_media = 取消“{ $what }”的文件
op-import_sheet = 从 { $file } 导入 { $rows } 行
