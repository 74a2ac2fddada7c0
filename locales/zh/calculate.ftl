# 计算与方案的取舍。
calculate-filter = 筛选频道
calculate-all = 所有频道
calculate-keep-nothing = 除固定外的一切
calculate-keep-nothing-text = 寻找最好的方案。
calculate-keep-pinned = 收益足够的部分
calculate-keep-pinned-text = 只有明显更好时才移动已采纳的播出。
calculate-keep-accepted = 仅必要部分
calculate-keep-accepted-text = 在规则和编排表允许之处保留已采纳的内容。
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
what-if = 假如……
what-if-text = 分别按现状与假设规划这些日期，不作任何更改。
what-if-assume = 假设
what-if-licence = 授权
what-if-version = 版本
what-if-runs = 次数
what-if-until = 截至
what-if-from = 自
what-if-add = 添加
what-if-compare = 比较
what-if-so = 确实如此：更改电视台
what-if-licence_until = 授权到期于
what-if-licence_lost = 失去授权
what-if-licence_runs = 授权只允许
what-if-channel_lost = 失去频道
what-if-slot_lost = 失去时段
what-if-version_lost = 缺少版本
what-if-pools = 节目池得分
what-if-breaks = 间隙得分
what-if-opened = 个新增空缺时段
what-if-closed = 个空缺时段被填上
what-if-found = 个新增问题
rollout = 推广……
rollout-text = 一个节目覆盖多个频道和语言：勾选所需，Arna 给出时段、授权和首播建议。
rollout-season = 节目与季
rollout-from = 自
rollout-until = 至
rollout-earliest = 不早于
rollout-latest = 不晚于
rollout-holdback = 首播间隔小时
rollout-over = 可覆盖
rollout-over-nothing = 不覆盖
rollout-over-pools = 节目池
rollout-over-holds = 节目池和直播时段
rollout-repeat = 次日重播
rollout-weekdays = 星期
rollout-order = 按首播次序
rollout-sooner = { $channel } 提前
rollout-propose = 给出建议
rollout-take-over = 采纳
rollout-airs =
    { $count ->
       *[other] { $count } 次首播
     }
rollout-missing =
    { $count ->
       *[other] 须在 { $by } 前制作 { $count } 个版本
     }
rollout-minutes = { $minutes } 分钟
rollout-licence =
    需申请授权：{ $of } { $languages }，{ $from } – { $until }，{ $runs ->
        [none] 不限次数
       *[other] 次数：{ $runs }
    }
rollout-fails =
    { $count ->
       *[other] { $count } 次首播无法播出
     }
rollout-sum = 可播首播：{ $airs }；等待版本：{ $waits }；无法播出：{ $fails }
rollout-waits-word = 等待版本
rollout-fails-word = 无法播出
import-schedule = 读取他方播出表
import-schedule-text = 文件对某频道的说明会成为播出表旁的方案：采纳之前一切不变。
import-choose = 选择文件
import-choose-folder = 或播放列表文件夹
import-read-as = 格式
import-called = 文件中该频道的名称
import-called-own = 与本台相同
import-dates = 仅这些日期
import-propose = 作为方案显示
import-reading = 正在读取文件……
read-as-xmltv = XMLTV 节目指南
read-as-bxf = BXF，午夜后用日历日期
read-as-bxf-broadcast = BXF，用播出日期
read-as-sheet = 电子表格
read-as-ffplayout = ffplayout 播放列表
