# 有何变化，以及操作历史。
changes-since = 自此以来的变化
changes-of-step = 某一步
changes-of-published = 已发布的版次
changes-count =
    { $count ->
       *[other] { $count } 处播出变化
     }
changes-copy = 复制
changes-copy-all = 全部复制
changes-copied = 已复制
changes-none = 此后播出没有变化。
changes-records = 其他变化
changes-compare = 与此步之后的电视台比较
changes-revert = 仅撤回此步
change-breaks = 只有宣传片和填充片变化。
change-instead = { $title } 替代 { $was-title }
change-moved = { $title } 由 { $was-time } 移至 { $time }
change-moved-day = { $title } 由 { $was-day } { $was-time } 移至此处
change-trimmed = { $title } 时长 { $minutes } 分钟，原为 { $was-minutes } 分钟
change-added = { $title } 为新增
change-dropped = { $was-title } 取消播出
changes-record =
    { $change ->
        [added] 新增
        [removed] 移除
       *[changed] 更改
    }：{ $kind ->
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
    } { $id }
