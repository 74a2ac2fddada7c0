# The station's file on the disk, and what can be done about trouble.
station-read = Open it to read only
station-read-only = Open to read only
station-saving = Saving …
station-loading = Loading …
station-save-copy = Save a copy
station-reopen = Open the file again
note-copy-saved = Copy saved
copy-detail = Copy the details
