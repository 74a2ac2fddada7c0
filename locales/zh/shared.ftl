# 多个工作台共用的电视台。

shared = 工作台与服务器
shared-chip-own = 自有文件
shared-chip-alone = 共享中，没有其他人
shared-chip-here = 在线：{ $names }
shared-chip-here-more = 在线：{ $names } 等另外 { $count } 人
shared-chip-connecting = 正在连接服务器 …
shared-chip-offline =
    { $count ->
        [0] 离线工作
       *[other] 离线工作，{ $count } 条待合并
    }
shared-chip-apart = 服务器不可用
shared-chip-password = 服务器需要密码
shared-chip-reading = 副本，只读
shared-chip-moving-share = 正在传往服务器：{ $percent } %
shared-chip-moving-copy = 正在从服务器取回：{ $percent } %
shared-chip-decisions = { $count } 项待决定
shared-told-own = 此电视台只在自己的文件里。放到服务器上后，多个工作台可同时工作，每台各有副本。
shared-told-connected = 您的操作立即到达服务器；他人的操作会自动出现。
shared-told-connecting = 此时电视台仍可阅读。
shared-told-offline = 在您合并之前，您的操作只保存在此文件中。
shared-told-apart = 电视台可以阅读。要修改，请等待服务器，或离线工作。
shared-where = { $login }，{ $server }
shared-tab-desk = 本工作台
shared-tab-decisions = 待决定
shared-tab-left = 已放弃
shared-tab-accounts = 账户
shared-tab-share = 共享此电视台
shared-tab-copy = 从服务器打开副本
shared-here = 当前在线
shared-you = 您
shared-nobody = 连接服务器后才知道谁在线。
shared-others = 他人最近的操作
shared-others-none = 暂无。
shared-own-entries = 您离线时的操作
shared-offline = 离线工作
shared-offline-told = 出差或服务器不可用时：操作保存在此文件中，以后合并。
shared-merge = 合并
shared-merge-told = 先备份文件，取回他人的操作，再把您的条目逐条重做。他人改动了同一处，或您没有权限时，由您决定；不会丢失任何内容。
shared-merge-on = 重做等待的条目
shared-waiting = { $count } 条等待重做。
shared-merging = 已重做 { $at } / { $of }
shared-merged = 已重做：{ $done }；待决定：{ $undecided }
shared-detach = 改为独立电视台
shared-detach-told = 此文件保持原样，今后不再向服务器发送任何内容。服务器上的电视台也保留。
shared-detached = 此文件现在是独立电视台。
shared-password = { $account } 的密码
shared-keep = 保存到本机的密钥环
shared-sign-in = 登录
shared-run-only = 密钥环未保存密码：密码只在程序关闭前有效。
shared-decide = 去决定
shared-no-decisions = 没有待决定的内容。
shared-decisions-told = 他人在您之前改动了同一处。用 ↑ ↓ 选择；T 采纳我的，L 保留对方的。未采纳的保存在文件中。
shared-yours = 我的
shared-theirs = { $author } 的
shared-theirs-now = 现在
shared-before = 原来
shared-take = 采纳我的
shared-leave = 保留对方的
shared-taken = 已采纳您的改动
shared-left = 保留对方的；您的保存在文件中
shared-left-told = 决定放弃的内容，最新的在前：保存在此文件中供查看。它们没有生效，也不再改变任何内容。
shared-none-left = 没有放弃的内容。
shared-left-instead = 取而代之：{ $what }（{ $author }，{ $at }）
shared-left-refused = 服务器没有接受，或电视台那样就无法使用。
shared-refused-choice = 服务器未接受：您没有权限，或电视台将无法使用。
shared-waits-choice = 等待重做。
shared-whole = 整条
shared-there = 存在
shared-gone = 不存在
shared-yes = 是
shared-no = 否
shared-more = 再显示 { $count } 项
shared-fewer = 收起
shared-record =
    { $kind ->
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
    }
field-zone = 时区
field-day_start = 播出日开始
field-rating_hours = 分级时段
field-quotas = 语言配额
field-media = 媒体文件
field-programme = 节目
field-season = 季
field-episode = 集
field-channel = 频道
field-languages = 语言
field-from = 首日
field-until = 末日
field-max_runs = 播出次数
field-shared = 频道合并计算
field-rerun_hours = 重播小时数
field-min_gap_hours = 开播间隔小时数
field-days = 星期
field-start = 开始
field-length_min = 分钟
field-layer = 图层
field-weight = 时段价值
field-fill = 填充
field-then = 播完之后
field-days_after = 几天后
field-sequel = 连播下一集
field-repeat = 重播
field-pool = 节目池
field-hold = 直播或外来
field-channels = 频道
field-quota = 语言配额
field-per_day = 每日最多
field-min_gap_min = 间隔分钟
field-campaign = 宣传活动
field-notes = 备注
field-min_share_pct = 最低占比（%）
field-seasons = 季
field-episodes = 分集
field-versions = 版本
field-version = 版本
field-programmes = 节目
field-kinds = 类型
field-first_channel = 首播频道
field-hours = 小时
field-of = 所属对象
field-licence = 授权
field-sha256 = 校验和（SHA-256）
field-titles = 名称语言
field-files = 文件
field-to = 交付位置
field-folder = 文件夹
field-host = 服务器
field-port = 端口
field-user = 登录名
field-host_key = 服务器密钥
field-sign_in = 登录方式
field-key = 密钥文件
field-authority = DNS 名称
field-edition = 模式版本
field-date_of = 午夜后时间的日期
field-frame_rate = 每秒帧数
field-page = 网页
shared-accounts-told = 数据库的所有者决定谁可以做什么；服务器负责执行。
shared-accounts-read = 数据库的所有者决定谁可以做什么；此处只能查看。
shared-login = 名称
shared-roles = 权限
shared-channels = 频道
shared-all-channels = 全部
shared-some-channels = 部分频道
shared-channel-gone = 此电视台已没有
shared-account-password = 密码
shared-account-password-hint = 空：保持不变
shared-account-new = 让某人进入
shared-account-save = 准入
shared-account-change = 保存
shared-account-saved = { $login } 已有账户
shared-account-edit = 更改 { $login }
shared-account-remove = 不再准入 { $login }
shared-account-removed = { $login } 已没有账户
role-viewer = 阅读
role-planner = 编排：播出、固定、已播
role-editor = 编辑其余全部
role-publisher = 发布
shared-address = 地址
shared-authority = 为服务器担保的证书
shared-authority-hint = 空：使用系统证书
shared-choose-file = 选择
shared-password-server = 密码
shared-share-told = 服务器管理员为您建立数据库。电视台连同操作日志和版次移到那里，此文件成为您的副本。
shared-copy-told = 本机上您自己的文件，与服务器保持同步。地址由电视台所有者提供。
shared-share-do = 共享
shared-copy-do = 建立副本
shared-asking = 正在询问服务器 …
shared-moving-share = 正在传往服务器
shared-moving-copy = 正在从服务器取回
shared-break-off = 中止
shared-moved = { $done } / { $total } 行
shared-moved-all = 所有行都已到达；正在检查是否完整……
shared-moving-share-told = 期间可以查看电视台。传完或中止后可再更改：中止后服务器上不留任何内容。
shared-moving-copy-told = 期间可继续工作。中止则不生成文件。
shared-broken-off = 已中止：一切如初
shared-shared = 电视台现在位于 { $server }
shared-copied = 这是 { $server } 上电视台的副本
failure-shared_authority-here = 请选择服务器管理员提供的证书文件（PEM）。
failure-shared_not-here = 用“工作台与服务器”把它放到服务器上。
failure-shared_already-here = 用“工作台与服务器”把文件改回独立电视台。
failure-shared_no_station-here = 请检查地址中的数据库名。
failure-shared_no_password-here = 请登录，或离线工作。
failure-shared_unreachable-here = 会自动重试。在此之前可以离线工作。
failure-shared_silent-here = 会自动重试。在此之前可以离线工作。
failure-shared_password-here = 请重新输入密码。
failure-shared_not_permitted-here = 请询问电视台所有者：账户规定谁可以做什么。
failure-shared_conflict-here = 采纳自己的，或保留对方的：都不会丢失内容。
failure-shared_diverged-here = 服务器被恢复到较早的日期，或在 Arna 之外被改动。请保留此文件，并打开新的副本。
failure-shared_offline-here = 请先合并。
failure-shared_online-here = 没有需要合并的内容。
failure-shared_nothing_aside-here = 已经决定过了。
failure-shared_keyring-here = 密码只在程序关闭前有效；也可用变量 { $variable } 保存。
failure-shared_no_account-here = 请再看一次账户列表。
failure-shared_certificate-here = 请向服务器管理员索取为其担保的证书。同时检查本机时钟。
