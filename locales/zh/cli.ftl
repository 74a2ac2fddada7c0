# What the command line says.

cli-error = 错误
cli-file = 文件
cli-remedy = 解决办法
cli-made = 已创建 { $file }。
cli-schedule = 播出表
cli-open = 空缺
cli-not-calculated = 尚未为其计算
cli-nothing-found = 未发现问题。
cli-no-schedule = 该电视台可用，尚无可检查的播出表。
cli-planned = { $airings } 次播出，{ $open } 个空缺时段，{ $findings } 条提示；得分：节目池 { $pool }，间隙 { $break }
cli-proven =
    { $pools ->
        [best] 已证明方案的节目池为可能的最佳结果；{ $breaks ->
            [best] 间隙亦然
           *[other] 间隙与可能的最佳结果相差不超过 { $breaks } %
        }
       *[other] 方案与可能的最佳结果之差：节目池不超过 { $pools } %，间隙不超过 { $breaks ->
            [best] 0
           *[other] { $breaks }
        } %
    }
cli-proven-of =
    { $pools ->
        [best] { $which }：节目池已证明为可能的最佳结果，间隙与可能的最佳结果相差不超过 { $breaks ->
            [best] 0
           *[other] { $breaks }
        } %
       *[other] { $which }：与可能的最佳结果之差：节目池不超过 { $pools } %，间隙不超过 { $breaks ->
            [best] 0
           *[other] { $breaks }
        } %
    }
cli-accepted = 已把 { $days } 天的 { $airings } 次播出采纳到播出表。“arna undo”可撤销。
cli-difference = 新增 { $added }，移动 { $moved }，移除 { $removed }，保持原样 { $kept }
cli-added = 新增
cli-moved = 移动
cli-removed = 移除
cli-exported = 已写出 { $airings } 次播出。
cli-dropped = 已略去该格式无法承载的 { $count } 个字符。
cli-undone = 已撤销：{ $op }
cli-redone = 已重做：{ $op }
cli-was-undone = 已撤销
cli-nothing-to-undo = 没有可撤销的操作。
cli-nothing-to-redo = 没有可重做的操作。
cli-restored = 已从 { $backup } 恢复。被替换的文件已成为备份。
cli-restore-unreadable = 电视台数据本身无法读取：备份中缺什么无从得知。“arna salvage”可取出可读内容。
cli-restore-other = 该备份不是本电视台的先前状态。
cli-restore-lost = 恢复后将失去：操作日志 { $entries } 条，版次 { $revisions } 个。播出：现为 { $now } 次，恢复后 { $then } 次。尚未更改任何内容。
cli-no-backups = 尚无备份。
cli-written = 已写出：{ $file }
cli-rolled-out = { $channels } 个频道的首播：{ $airs } 次可播，{ $waits } 次等待版本，{ $fails } 次不能播；需申请授权 { $licences } 项
cli-premieres-airs = { $from } – { $until }（{ $count }）
cli-premieres-waits = 等待：{ $from } – { $until }（{ $count }）
cli-premieres-fails = 不能播：{ $from } – { $until }（{ $count }）
cli-versions-missing = 须在 { $by } 前制作（{ $count }）
cli-every-day = 每天
cli-repeat-of =
    重播 { $slot }，{ $days ->
        [0] 当天
       *[other] { $days } 天后
     }
cli-weekday-mon = 周一
cli-weekday-tue = 周二
cli-weekday-wed = 周三
cli-weekday-thu = 周四
cli-weekday-fri = 周五
cli-weekday-sat = 周六
cli-weekday-sun = 周日
cli-head-channel = 频道
cli-head-name = 名称
cli-head-zone = 时区
cli-head-day-start = 播出日开始
cli-head-holds = 本台包含
cli-head-count = 数量
cli-head-severity = 级别
cli-head-where = 位置
cli-head-date = 日期
cli-head-what = 内容
cli-head-change = 变更
cli-head-why = 原因
cli-head-kept = 符合
cli-head-rule = 规则
cli-head-values = 数值
cli-head-candidates = 候选
cli-head-number = 编号
cli-head-when = 时间
cli-head-who = 操作人
cli-head-state = 状态
cli-head-bytes = 字节
cli-head-file = 文件
cli-head-start = 开始
cli-head-duration = 时长
cli-head-end = 结束
cli-head-utc-offset = UTC 偏移
cli-head-title = 标题
cli-head-episode = 集
cli-head-language = 语言
cli-head-version = 版本
cli-head-origin = 来源
cli-head-slot = 时段
cli-head-days = 星期
cli-head-minutes = 分钟
cli-head-from = 从
cli-head-until = 至
cli-head-layer = 层
cli-head-licence = 需申请的授权
cli-head-languages = 语言
cli-head-runs = 次数
cli-head-gap-hours = 间隔（小时）
cli-head-season = 季
cli-head-shows-first = 首先播出
cli-head-holdback-hours = 其他频道等待（小时）
cli-head-by = 最迟
cli-head-stands-in = 代替语言
cli-count-programmes = 节目
cli-count-episodes = 集
cli-count-versions = 版本
cli-count-licences = 授权
cli-count-slots = 时段
cli-count-campaigns = 宣传活动
cli-count-pins = 固定播出
cli-count-history = 播出表之前的播出
cli-count-occasions = 活动
cli-count-places = 地点
cli-count-quotations = 引文
cli-count-airings = 播出表中的播出
cli-head-points = 分数
cli-head-fix = 可行的更改
cli-head-airs = 届时播出
cli-head-pool = 节目池
cli-head-break = 间隙
cli-head-open = 空缺时段
cli-head-measure = 指标
cli-head-without = 不更改
cli-head-with = 更改后
cli-head-difference = 差值
cli-airing-lost = 失去
cli-airing-added = 新增
cli-airing-moved = 移动
cli-measure-pool = 节目池得分
cli-measure-break = 间隙得分
cli-measure-programmes = 节目播出
cli-measure-open = 空缺时段
cli-measure-findings = 问题
cli-new-problems = 随之出现的问题：
cli-breaks-change = 间隙中减少 { $lost } 个、增加 { $added } 个宣传片和填充片。

fact-language = 语言：{ $value }
fact-languages = 时段要求：{ $value }
fact-duration = 时长 { $value }
fact-room = 可用 { $value }
fact-from = 自 { $value }
fact-until = 至 { $value }
fact-date = 日期 { $value }
fact-licence = 授权 { $value }
fact-runs = 第 { $value } 次播出
fact-max_runs =
    { $value ->
        [none] 不限次数
       *[other] 最多 { $value } 次
    }
fact-min_gap_hours = 至少间隔 { $value } 小时
fact-other = 最近的另一次播出 { $value }
fact-apart_hours = 相距 { $value } 小时
fact-rating = 分级 { $value }
fact-first_channel = 首播 { $value }
fact-hours = 其他频道 { $value } 小时之后
fact-premiere = 首播时间 { $value }
fact-airings = 当日第 { $value } 次播出
fact-max_per_day = 每日最多 { $value } 次
fact-programme = 节目 { $value }
fact-other_version = 相邻 { $value }
cli-edited = 已完成：{ $op }
cli-published = { $channel }：已发布第 { $number } 版，{ $from } 至 { $until }；写入文件：{ $files }
cli-stands = { $channel }：没有新内容，第 { $number } 版仍有效（{ $from } 至 { $until }）；写入文件：{ $files }，已就位：{ $there }
cli-no-receivers = { $channel } 没有接收方：未交付任何文件。用“arna receiver set”添加。
cli-nothing-to-publish = 这些日期没有已采纳的内容：未发布任何内容。
cli-receiver-moved = { $receiver } 之前接收 { $before } 的播出表；现在接收 { $channel } 的。
cli-compare-key = 这些是 { $host } 现在出示的密钥。信任之前，请与服务器管理者通过其他途径告知的比对。
cli-password = { $account } 的密码：
cli-password-kept = 系统密钥环已保存 { $account } 的密码。
cli-not-published = { $channel } 未发布：
cli-no-revisions = 尚未发布任何内容。
cli-no-deliveries = 尚未交付任何文件。
cli-change-moved = 移动
cli-change-trimmed = 时长
cli-change-instead = 替换
cli-change-version = 版本
cli-change-added = 新增
cli-change-dropped = 取消
cli-change-otherwise = 描述有变
cli-head-receiver = 接收方
cli-head-files = 文件
cli-head-folder = 文件夹
cli-head-form = 格式
cli-head-sha256 = SHA-256
cli-head-revision = 版次
cli-head-was-date = 原日期
cli-head-was-start = 原开始
cli-head-was-end = 原结束
cli-head-was-title = 原标题
cli-head-was-episode = 原分集
cli-head-was-language = 原语言
cli-nothing-accepted = 这些日期没有已采纳的内容，无可保留：这是全新的方案。
cli-covered = 此处无法播出：时段已被覆盖。
cli-covered-by-pin = 被固定播出的 { $version } 覆盖，{ $start } 至 { $end }
cli-covered-by-slot = 被更高层的时段 { $slot } 覆盖，{ $start } 至 { $end }
failure-usage_value = { $argument } 不接受“{ $value }”。
failure-usage_unknown = 此处没有参数 { $argument }。
failure-usage_command = 没有命令“{ $value }”。
failure-usage_conflict = { $argument } 不能与 { $other } 同时使用。
failure-usage_unused = 没有 { $other } 时，{ $argument } 不起作用。
failure-usage_missing = 缺少：{ $argument }
failure-usage_no_value = { $argument } 需要一个值。
failure-usage_other = 无法读取命令行：{ $why }
failure-usage_unknown-hint =
    { $like ->
        [none] “{ $help }”会列出可输入的内容。
       *[other] 是否想输入 { $like }？
    }
failure-usage_command-hint =
    { $like ->
        [none] “{ $help }”会列出可输入的内容。
       *[other] 是否想输入 { $like }？
    }
failure-usage_conflict-hint = “{ $help }”会列出可输入的内容。
failure-usage_unused-hint = “{ $help }”会列出可输入的内容。
failure-usage_missing-hint = “{ $help }”会列出可输入的内容。
failure-usage_no_value-hint = “{ $help }”会列出可输入的内容。
failure-usage_other-hint = “{ $help }”会列出可输入的内容。
failure-usage_value-hint =
    { $wanted ->
        [date] 请写 1900 至 2199 年的日期，例如 2024-07-01。
        [instant] 请写带时差的时刻，例如 2024-07-03T12:00:00+05:00。
        [time] 请写播出日的时间，例如 21:00、21:00:25 或 25:30。
        [language] 请写语言标签，例如 kk 或 zh-Hant。
        [authority] 请写 DNS 名称，如 khabar.kz。
        [sftp] 请写作 用户@主机/文件夹，例如 arna@ftp.example.org/incoming。
        [postgresql] 请写成 postgresql://登录名@主机:端口/数据库；地址中不写密码。
        [host] 请写服务器，例如 ftp.example.org 或 ftp.example.org:2222。
        [host_key] 请写指纹，即 SHA256: 加 43 个字符，或公钥，例如 ssh-ed25519 AAAA…。
        [days] 请写天数，1 至 3653。
        [threads] 请写不小于 1 的数。
        [number] 请写不小于 0 的整数。
        [hours] 请填写播出日的时段，如 19:00-23:00。
        [one_of] 可选：{ $known }。
       *[any] “{ $help }”会列出可输入的内容。
    }
# What is wrong with a station file, and what can be done.
cli-sound = { $file } 完好：操作日志 { $entries } 条，每一页、每条记录、每次播出均可读。
cli-backup-sound = 完好
cli-good-backup = 最新的完好备份：{ $file }
cli-head-remedy = 处理办法
remedy-salvage = “arna salvage”：把所有可读内容取入新文件
remedy-restore = “arna restore”：恢复之前的备份
remedy-nothing = 无需处理：电视台数据本身完好
cli-salvaged = 已生成 { $file }：播出 { $airings } 次，节目库与编排表按可读内容取回。损坏的文件未动。
cli-salvaged-whole = 没有缺失；操作日志完整，可继续撤销。
cli-salvaged-anew = 操作日志无法完整保留：从头开始，无可撤销。
cli-missing = 缺失，共 { $count } 项：
cli-workbook-waits = 尚未改变任何内容。加上 --accept 即成为一步。
cli-workbook-accepted = 台内已照此更新；“arna undo” 可撤回。
# 服务器上的电视台。
cli-shared = 电视台现在位于 { $server }；{ $station } 是其副本。
cli-copied = { $station } 是 { $server } 上电视台的副本。
cli-standing-connected = { $login } 于 { $server }：已连接，至第 { $number } 条。
cli-standing-offline = { $login } 于 { $server }：离线工作；自己的条目：{ $own }。
cli-standing-apart = { $login } 于 { $server }：未连接。{ $why }
cli-present = 当前在线：{ $names }
cli-caught-up = 收到条目：{ $count }
cli-merged = 已重做：{ $done }；待决定：{ $undecided }
cli-works-offline = 此工作台现在离线工作。“arna station merge”回到服务器。
cli-decided = 已决定。
cli-nothing-left = 没有放弃的内容。
cli-detached = { $station } 现在是独立的电视台；不再有内容送往服务器。
cli-upgraded = { $server } 上的电视台现为格式 { $needed }；原为格式 { $found }。
cli-upgraded-before = { $server } 上的电视台已是格式 { $needed }；未作任何更改。
cli-account-set = { $login } 的账户：{ $roles }
cli-account-removed = { $login } 不再有账户。
cli-password-new = { $login } 的新密码：
cli-head-roles = 角色
cli-head-channels = 频道
aside-waiting = 待重做
aside-conflict = 待决定
aside-left = 已放弃
aside-done = 已完成
