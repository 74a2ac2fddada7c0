# What is wrong with a station file: told by the command line and the window.
fault-file = 文件无法打开：{ $why }
fault-log_torn = 文件旁的写入日志在最后一次更改处残缺：断电时尚未完成，或已丢失
fault-unreadable = 表“{ $table }”不能全部读出：{ $why }
fault-pages = 有一页损坏：{ $why }
fault-dangling = 表“{ $table }”第 { $row } 行所指在“{ $parent }”中不存在
fault-journal_hole = 操作日志缺第 { $from } 至 { $until } 条
fault-journal_entry = 操作日志第 { $number } 条无法读取或撤销：{ $why }
fault-journal_order = 操作日志第 { $number } 条撤销或重做了它不能撤销的内容
fault-record = 记录 { $kind }“{ $id }”（位置 { $position }）无法读取：{ $why }
fault-airing = { $channel } 的一次播出（开始 { $start } 毫秒）无法读取：{ $why }
fault-past = 操作日志第 { $number } 条留下的 { $kind }“{ $id }”与现有内容不符
fault-founding = 从现状倒推不出最初的电视台：有操作日志未记载的改动
fault-revision =
    { $channel }：第 { $number } 版与发布时不符：{ $what ->
        [number] { broken-number }
        [content] { broken-content }
        [previous] { broken-previous }
        [hash] { broken-hash }
       *[missing] { broken-missing }
    }
fault-delivery = 交付记录第 { $number } 行无法读取：{ $why }
fault-scenario = 备选方案“{ $name }”无法读取：{ $why }
fault-proposal = 待定方案无法读取；请重新计算
fault-station = 电视台无法使用：{ $path }：{ $why }
fault-backup = { $why }
fault-lost_row = 表“{ $table }”中丢失：{ $name }
fault-lost_rows =
    表“{ $table }”中丢失：第 { $from } 行至 { $until ->
        [end] 最后一行
       *[other] 第 { $until } 行
    }
fault-lost_table = 表“{ $table }”完全无法读取：{ $why }
fault-lost_plan = 表的结构说明已丢失；改用新电视台的结构
fault-lost_revision = 未取入版次 { $name }：链从此处起不成立
fault-log_lost = 文件旁写入日志残缺处之后丢失：至多 { $count } 次最新更改
fault-lost_block = 磁盘读不出第 { $at } 字节处的内容：{ $why }
fault-refused_row = 表“{ $table }”中未取入：{ $name }（{ $why }）
fault-pruned = 已去除：{ $what }。{ $path }：{ $why }
