# What is wrong with a station file: told by the command line and the window.
fault-file = The file cannot be opened: { $why }
fault-log_torn = The log beside the file is torn in its last change: it was not finished when power failed, or is lost
fault-unreadable = Not all of the table “{ $table }” can be read: { $why }
fault-pages = A page is damaged: { $why }
fault-dangling = Row { $row } of the table “{ $table }” refers to what is not there in “{ $parent }”
fault-journal_hole = The journal lacks its entries { $from } to { $until }
fault-journal_entry = Journal entry { $number } cannot be read or undone: { $why }
fault-journal_order = Journal entry { $number } undoes or does again what it cannot
fault-record = The record { $kind } “{ $id }” (place { $position }) cannot be read: { $why }
fault-airing = An airing on { $channel } (start { $start } ms) cannot be read: { $why }
fault-past = What journal entry { $number } left of { $kind } “{ $id }” is not what is there
fault-founding = The station does not go back to what was founded: something was changed that no journal entry tells of
fault-revision =
    { $channel }: revision { $number } is not what was published: { $what ->
        [number] { broken-number }
        [content] { broken-content }
        [previous] { broken-previous }
        [hash] { broken-hash }
       *[missing] { broken-missing }
    }
fault-delivery = Line { $number } of the delivery log cannot be read: { $why }
fault-scenario = Plan B “{ $name }” cannot be read: { $why }
fault-proposal = The proposal that waits cannot be read; calculate it again
fault-station = The station cannot be worked with: { $path }: { $why }
fault-backup = { $why }
fault-lost_row = Lost of the table “{ $table }”: { $name }
fault-lost_rows =
    Lost of the table “{ $table }”: rows { $from } to { $until ->
        [end] the last
       *[other] { $until }
    }
fault-lost_table = Nothing of the table “{ $table }” could be read: { $why }
fault-lost_plan = The plan of the tables was lost; that of a new station is taken
fault-lost_revision = Revision { $name } is not taken over: the chain does not hold from it on
fault-log_lost = Lost behind a tear in the log beside the file: { $count } changes at most, the newest ones
fault-lost_block = The disk does not give what lies at byte { $at }: { $why }
fault-refused_row = Not taken over of the table “{ $table }”: { $name } ({ $why })
fault-pruned = Taken out: { $what }. { $path }: { $why }
