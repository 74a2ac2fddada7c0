# 手工编排。
failure-collides = { $other_at } 正在播出《{ $other }》。
failure-collides-hint = 请另选时间，或选择由谁让出位置。
failure-cannot_trim = 《{ $other }》时长由其版本决定，无法截短。
failure-cannot_trim-hint = 请顺延或替换。
failure-hold_in_the_way = { $other_at } 的《{ $other }》是直播时段，不能移动。
failure-hold_in_the_way-hint = 请选择其前有足够空档的时间。
failure-day_full = 《{ $other }》将超出其播出日的结尾。
failure-day_full-hint = 请先删除部分内容，或改选其他日期。
failure-day_aired = { $channel } 的 { $date } 已播出（历史至 { $until }），不能再更改。
failure-day_aired-hint = 请选择更晚的日期。
failure-nothing_selected = 未选择任何内容。
failure-nothing_selected-hint = 请先选择一个播出。
failure-no_channel_there = 距 { $channel } 该位置没有频道。
failure-no_channel_there-hint = 请选择已有的频道。
failure-hold_stays = 直播时段属于频道编排表，不能复制、固定或互换。
failure-hold_stays-hint = 请在编排表中修改。
failure-too_short = 《{ $title }》将不足一分钟。
failure-too_short-hint = 请留得更长一些。
failure-fixed_length = 《{ $title }》与其版本一样长 { $minutes } 分钟。
failure-fixed_length-hint = 请使用其他时长的版本。
failure-no_slot_to_return = 《{ $title }》不在可保留它的时段中。
failure-no_slot_to_return-hint = 请保持固定，或将其删除。
failure-nothing_pinned = 所选内容均未固定。
failure-nothing_pinned-hint = 请选择已固定的播出。
failure-nothing_to_copy = { $channel } 在这些日期没有可复制的内容。
failure-nothing_to_copy-hint = 请选择播出表中有内容的日期。
failure-unknown_item = 节目库中没有“{ $id }”。
failure-unknown_item-hint = 请重新打开节目库。
failure-nothing_found = 该范围内没有播出 { $id }。
failure-nothing_found-hint = 请选择其他日期或其他节目。
failure-no_version_in_language = { $with } 没有可替换《{ $title }》的{ language-name }版本（{ $date } { $at }）。
failure-no_version_in_language-hint = 请指定单个版本，或缩短范围。
failure-unknown_version = 没有版本“{ $version }”。
failure-no_time_of_day = { $found } 不是播出日 { $date } 内的时间。
failure-no_time_of_day-hint = 请写作 21:00，午夜后写作 25:30。
failure-scenario_name = 已有同名备选方案，或名称为空。
failure-scenario_name-hint = 请换一个名称。
failure-no_scenario = 没有名为“{ $name }”的备选方案。
failure-no_scenario-hint = 请重新打开备选方案列表。
failure-scenario_unreadable = 无法读取备选方案：{ $why }
failure-scenario_unreadable-hint = 请删除后重新建立。
plans-b = 备选方案
plans-b-text = 备选方案是保存在播出表旁的若干日期副本。换入后它取代播出表，并保留原来的播出表。
plans-b-none = 尚无备选方案。
plan-b-days =
    { $days ->
        *[other] { $days } 天
     }
plan-b-compare = 比较
plan-b-swap = 换入
plan-b-forget = 删除方案
plan-b-counts = 新增 { $added }、移除 { $removed }、移动 { $moved }、不变 { $kept }
plan-b-name = 将当前播出表保存为
plan-b-whole = 整个播出表，而非本周
plan-b-keep = 保存
nothing-selected = 请先选择一个播出项。
select-two = 请选择两个播出项。
copied =
    { $count ->
        *[other] 已复制 { $count } 个播出项，可粘贴。
     }
copied-note = 已复制
nothing-copied = 尚未复制任何内容。
blackout-all = 禁播时段
blackout-of = 禁播时段：{ $tags }
verdict-green = 没有规则反对。
judged-nothing = 全部选定后，此处说明将违反什么。
breaks-rules = 将违反规则。
do-anyway = 仍然执行
do-anyway-text = 将被固定并列为问题。
collision-shift = 顺延其余
collision-shift-text =
    { $count ->
        *[other] { $count } 个播出项顺延。
     }
collision-replace = 替换
collision-replace-text =
    { $count ->
        *[other] 移除 { $count } 个播出项。
     }
collision-trim = 截短
collision-trim-text =
    { $count ->
        *[other] 截短该处直播时段。
     }
collision-refuse = 保持原样
edit-seek = 标题、编号、带号…
edit-place = 排入此处…
move-to = 移至…
edit-move = 移动
what-airs = 播出内容
edit-date = 播出日期
edit-time = 时间
find-replace = 播出位置？查找与替换
print = 打印：周表用 A3，列表用 A4
where-airs = 节目或剧集
airs-count =
    { $count ->
         [0] 此范围内没有播出。
        *[other] 此范围内播出 { $count } 次。
     }
replace-with = 替换为
edit-from = 从
edit-until = 至
edit-all-channels = 全部频道
replace-all =
    { $count ->
         [0] 全部替换
        *[other] 全部替换（{ $count }）
     }
copy-days = 复制整日或整周…
edit-what = 内容
edit-one-day = 一天
edit-one-week = 一周
edit-onto = 复制到
edit-times = 连续次数
copy-days-text = 节目按当地时钟复制并固定。直播时段属于各频道编排表，不复制。
edit-copy = 复制
edit-paste = 粘贴
edit-double = 紧接着重复
edit-swap = 互换两项
edit-remove = 删除
edit-pin = 固定
edit-unpin = 取消固定
menu-nothing-airs = 此处无播出内容。
menu-hold = 直播时段保留在编排表中。
select-day = 选择整天
earlier-minute = 提前一分钟
later-minute = 推后一分钟
earlier-five = 提前五分钟
later-five = 推后五分钟
trim-shorter = 缩短一分钟
trim-longer = 延长一分钟
edit-today = 今天
focus-up = 上方区块
focus-down = 下方区块
focus-left = 左侧区块
focus-right = 右侧区块
zoom-in = 放大
zoom-out = 缩小
zoom-usual = 默认比例
clear-selection = 取消选择
edit-overview = 整个播出表
aired = 已播出
hour-missing = 时钟跳过 { $minutes } 分钟
hour-double = 时钟重复 { $minutes } 分钟
edit-selected-count =
    { $count ->
        *[other] 已选 { $count } 项
     }
edit-more = 更多
edit-place-here = 排入此处
edit-use-instead = 改用此项
fix-apply = 应用
fix-nearest = 转到最近的修正
details-go = 转到详情

# Keys and gestures that the help tells of.
gesture-copy = 拖动：复制
gesture-minute = 拖动：精确到分钟
gesture-band = 在空白处拖动：选中其中内容
gesture-select = 单击：再选一个；选到此处
