# Файл станции на диске и что делать при неполадках.
station-read = Открыть только для чтения
station-read-only = Открыто только для чтения
station-saving = Сохраняется …
station-loading = Загружается …
station-save-copy = Сохранить копию
station-reopen = Открыть файл заново
note-copy-saved = Копия сохранена
copy-detail = Копировать подробности
