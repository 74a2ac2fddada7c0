# Whether a station file holds together, its backups, and the way back.
keeping = Check and backups
keeping-other = Another file…
keeping-none = No station is open. Choose the file to look at.
keeping-files = The station file and its backups
keeping-station = Station file
keeping-backups = Backups
keeping-no-backups = There are none yet.
keeping-backups-told = One is taken when the day’s work begins; the last ten stay. Times in UTC.
keeping-newest-good = the newest that holds together
keeping-looking = Looking through it…
keeping-holds = Holds together
keeping-wrong = Damaged
keeping-sound =
    { $entries ->
        [one] One journal entry, every page, record and airing: all can be read, and each goes back to its entry.
       *[other] { $entries } journal entries, every page, record and airing: all can be read, and each goes back to its entry.
    }
keeping-faults =
    { $count ->
        [one] One thing is wrong with it
       *[other] { $count } things are wrong with it
    }
keeping-remedy-salvage = Save what can be read into a new file.
keeping-remedy-restore = Put back a backup from before.
keeping-remedy-nothing = Nothing needs to be done: the station itself is sound.
keeping-damaged-stays = Neither way changes the damaged file: it stays beside what you go on with.
keeping-look-at-newest = The newest good backup…
keeping-salvage = Save what can be read…
keeping-salvaged =
    { $airings ->
        [one] A new station was made, with one airing
       *[other] A new station was made, with { $airings } airings
    }
keeping-journal-goes-on = The journal is whole: undo goes on.
keeping-journal-anew = The journal could not be kept whole: it begins anew, and there is nothing to undo.
keeping-nothing-missing = Nothing is missing.
keeping-missing = Missing, { $count } in all:
keeping-go-on = Go on with the new station
keeping-backup-damaged = This backup is damaged and cannot be put back
keeping-not-known = The station itself cannot be read: what it has that this backup lacks is not known
keeping-loses-nothing = Nothing would be lost: the backup has all that the station has
keeping-loses = Put back, this would be gone: { $entries ->
        [one] one journal entry
       *[other] { $entries } journal entries
    }{ $revisions ->
        [0] {""}
        [one] , one published revision
       *[other] , { $revisions } published revisions
    }
keeping-other-past = This backup is no earlier state of this station.
keeping-airings = Airings: { $now } now, { $before } then.
keeping-revision = { $channel }: revision { $number } was published and would be unknown here.
keeping-entry = Entry
keeping-when = When
keeping-who = Who
keeping-what = What
keeping-replaced-stays = What is replaced becomes a backup itself.
keeping-put-back = Put this backup back
keeping-restored = The backup is back in its place; what it replaced is a backup now.
