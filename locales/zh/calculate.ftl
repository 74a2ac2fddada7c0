# 计算与方案的取舍。
calculate-filter = 筛选频道
calculate-all = 所有频道
calculate-keep-nothing = 除固定外的一切
calculate-keep-nothing-text = 寻找最好的方案。
calculate-keep-pinned = 收益足够的部分
calculate-keep-pinned-text = 只有明显更好时才移动已采纳的播出。
calculate-keep-accepted = 仅必要部分
calculate-keep-accepted-text = 在规则和时段表允许之处保留已采纳的内容。
calculate-choose-day = 选择所有频道的{ $weekday } { $day } 日
calculate-choose-channel = 选择 { $channel } 的所有日期
calculate-choose = 选择 { $channel }，{ $date }
calculate-now = 现在
calculate-anyway = 仍然排入
calculate-anyway-text = 不顾规则固定在此处，并重新计算
calculate-again = 重新计算
calculate-apply = 应用
calculate-no-fix = 没有找到相近的办法。
calculate-nothing-open = 所有时段都有节目。
calculate-accept-all = 全部采纳
calculate-accept-chosen =
    { $count ->
       *[other] 采纳 { $count } 天
     }
calculate-take-too =
    { $count ->
       *[other] 一并选择另外 { $count } 天
     }
