# Дискідегі станция файлы және ақау кезінде не істеуге болады.
station-read = Тек оқу үшін ашу
station-read-only = Тек оқу үшін ашық
station-saving = Сақталуда …
station-loading = Жүктелуде …
station-save-copy = Көшірмесін сақтау
station-reopen = Файлды қайта ашу
note-copy-saved = Көшірме сақталды
copy-detail = Мәліметін көшіру
