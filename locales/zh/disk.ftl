# 磁盘上的电视台文件，以及出现问题时的处理。
station-read = 以只读方式打开
station-read-only = 以只读方式打开中
station-saving = 正在保存 …
station-loading = 正在加载 …
station-save-copy = 保存副本
station-reopen = 重新打开文件
note-copy-saved = 副本已保存
copy-detail = 复制详细信息
