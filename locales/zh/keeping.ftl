# 电视台文件是否完好、备份以及如何找回。
keeping = 检查与备份
keeping-other = 其他文件…
keeping-none = 尚未打开电视台。请选择要检查的文件。
keeping-files = 电视台文件及其备份
keeping-station = 电视台文件
keeping-backups = 备份
keeping-no-backups = 尚无备份。
keeping-backups-told = 每天开始工作时备份一次，保留最近十份。时间为 UTC。
keeping-newest-good = 最新的完好备份
keeping-looking = 正在检查…
keeping-holds = 完好
keeping-wrong = 已损坏
keeping-sound = 操作日志 { $entries } 条；每一页、每条记录、每次播出均可读，且都能追溯到操作日志。
keeping-faults = 发现 { $count } 处损坏
keeping-remedy-salvage = 把可读内容存入新文件。
keeping-remedy-restore = 恢复之前的备份。
keeping-remedy-nothing = 无需处理：电视台数据本身完好。
keeping-damaged-stays = 无论哪种方式都不会改动损坏的文件：它会留在原处。
keeping-look-at-newest = 最新的完好备份…
keeping-salvage = 保存可读内容…
keeping-salvaged = 已生成新的电视台，播出 { $airings } 次
keeping-journal-goes-on = 操作日志完整：可继续撤销。
keeping-journal-anew = 操作日志无法完整保留：从头开始，无可撤销。
keeping-nothing-missing = 没有缺失。
keeping-missing = 缺失，共 { $count } 项：
keeping-go-on = 用新的电视台继续
keeping-backup-damaged = 该备份已损坏，无法恢复
keeping-not-known = 电视台数据本身无法读取：备份中缺什么无从得知
keeping-loses-nothing = 不会失去任何内容：备份包含电视台的全部内容
keeping-loses = 恢复后将失去：操作日志 { $entries } 条{ $revisions ->
        [0] {""}
       *[other] ，已发布版次 { $revisions } 个
    }
keeping-other-past = 该备份不是本电视台的先前状态。
keeping-airings = 播出：现为 { $now } 次，恢复后 { $before } 次。
keeping-revision = { $channel }：第 { $number } 版已发布，恢复后此处将不再记得。
keeping-entry = 条目
keeping-when = 时间
keeping-who = 操作人
keeping-what = 内容
keeping-replaced-stays = 被替换的文件会成为备份。
keeping-put-back = 恢复此备份
keeping-restored = 备份已恢复；被替换的文件已成为备份。
