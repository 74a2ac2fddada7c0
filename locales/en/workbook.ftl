# The station in a spreadsheet and back.

op-import_workbook = Take over { $file }: { $added } added, { $changed } changed, { $removed } removed
workbook-added = added
workbook-changed = changed
workbook-removed = removed
workbook-what = what
workbook-where = where
workbook-item = what it is
workbook-column = column
workbook-was = was
workbook-now = now
workbook-totals = { $rows } rows read: { $added } added, { $changed } changed, { $removed } removed.
workbook-nothing-new = { $rows } rows read: nothing is new, and nothing is left to be done.
workbook-note-use = Each row is one thing and is known by its id: titles may change, rows may be sorted, columns may be moved. Leave the ids as they are.
workbook-note-new = Something new gets a row of its own, with an id that no other row of the sheet has. Something that is to go is marked with x in the last column, and what lies below it goes along; a row that is only deleted here stays in the station.
workbook-note-cells = An emptied cell empties what it tells. A column that is left out changes nothing. Several names in a cell have commas between them.
workbook-about =
    { $field ->
        [id] What the thing is known by; it stays as it is. A new row needs one that no other has, at most 200 letters
        [about] What the row is of, to read only: a change here is not taken
        [name] The name on air
        [zone] The zone of the channel’s clock, such as Asia/Almaty
        [day_start] When the broadcast day begins, before 24:00
        [territory] The territory served, as ISO 3166 writes it: KZ
        [rating_hours] The hours in which a rating may air: 18+ 23:00-30:00, 16+ 21:00-30:00
        [quotas] The least share of each week’s airtime: kk 50, ru 20
        [title] The title in the language of the head; add a column for another language: Title (uz)
        [kind] The trade’s word: documentary, series, film, quotes, news, promo, filler …
        [order] Whether episodes air only in order
        [tags] Words that pools and blackouts ask for
        [max_per_day] Airings per channel and date that a pool keeps to; empty: 2
        [synopsis] What it is about, in the language of the head
        [partners] Ids of partners
        [programme] The programme’s id, as on the sheet of programmes
        [season] The season’s id, as on the sheet of seasons. In a licence, empty: all seasons; in the grid, what the next episode is of
        [episode] The episode’s id, as on the sheet of episodes
        [number] The number that viewers see
        [place] Its place in airing order, or in the order in which licences are charged. A new number moves it there; empty: at the end
        [occasion] The id of the occasion that it hangs on
        [rating] The age rating, as channels name it: 16+
        [places] Ids of the places that it shows
        [quotations] Ids of the quotations that it is about
        [language] The language spoken: a tag such as kk, or its name
        [duration] How long it runs, in hours, minutes and seconds: 0:25:00. A bare number is minutes
        [house_number] What playout knows it by
        [media] The id of its media file
        [channels] Ids of channels; empty: all
        [languages] Languages; in a licence, empty: all; in the grid, the best first
        [from] The first broadcast date; in the grid, empty: ever since
        [until] The last broadcast date, included; in the grid, empty: from then on. A single date stands in both
        [max_runs] Runs of each episode on each channel; empty: no limit
        [shared] Whether runs count over all channels together
        [rerun_hours] How many hours after a run began an airing is still part of it
        [min_gap_hours] Hours between two starts of an episode on a channel; empty: one more than the rerun hours
        [channel] The channel’s id, as on the sheet of channels
        [days] The weekdays on which it stands; empty: every day
        [start] The wall clock; past midnight the hours count on: 25:30
        [length_min] How many minutes it is long
        [layer] A higher layer overrides a lower one; 0 is the usual week
        [weight] What the time is worth, from 1 (night) to 5 (prime time)
        [fill] What airs there
        [then] For a next episode: what comes after the last one
        [repeats] For a repeat: the id of the slot that it repeats
        [days_after] For a repeat: how many dates later; 0: the same date
        [pool_programmes] For a pool: ids of programmes; empty: any
        [pool_kinds] For a pool: kinds of programmes; empty: any
        [pool_tags] For a pool: tags, one of which a programme has; empty: any
        [hold_title] For a live or foreign block: its title
        [hold_language] For a live or foreign block: its language, which counts for quotas
       *[remove] An x takes the thing and what lies below it out of the station
    }
failure-workbook_empty = No sheet of the file is one of the catalogue, the licences or the grid.
failure-workbook_empty-hint = “arna export workbook” writes one: its sheets and heads are what is read, in any of the four languages.
failure-workbook_faulty =
    { $count ->
        [one] One cell is in the way, and nothing was taken.
       *[other] { $count } cells are in the way, and nothing was taken.
    }
failure-workbook_faulty-hint = Correct them and import the file again.
failure-workbook_other = The file or the station no longer says what was shown, and nothing was taken.
failure-workbook_other-hint = Look at what changes once more, then take it over.
failure-workbook_document = A station document takes no workbook over: only a station file keeps each step.
failure-workbook_document-hint = Make a station file with “arna import station”, or leave --accept out.
failure-workbook_form = A workbook is not written as a file that ends in { $ending }.
failure-workbook_form-hint = Let the name end in .xlsx for a book, or name a folder for tables (CSV).
invalid-workbook_formula = The formula failed: { $found }. Write what is meant, or empty the cell.
invalid-workbook_date_for_text = The program made a date or a time of this text ({ $found }). Format the cell as text and type it again.
invalid-workbook_quotes = The quotes of { $found } do not end. A name in quotes ends with them.
invalid-workbook_number = “{ $found }” is no whole number that may stand here.
invalid-workbook_date = “{ $found }” is no date. Write one such as 2024-07-01 or 01.07.2024.
invalid-workbook_duration = “{ $found }” is no duration of at most a day. Write hours, minutes and seconds: 0:25:00.
invalid-workbook_duration_parts = “{ $found }” may be minutes and seconds, or hours and minutes. Write all three: 0:10:00 is ten minutes, 10:00:00 ten hours.
invalid-workbook_clock = “{ $found }” is no time to the minute, 00:00 to 48:00. Past midnight hours count on: 25:30.
invalid-workbook_choice = “{ $found }” is none of the words that may stand here: { $field ->
        [order] In order, Any
        [fill] Next episode, Repeat, Pool, Live or foreign
        [then] The slot stays open, From the first again
       *[shared] Yes, No
    }.
invalid-workbook_days = “{ $found }” names no weekdays. Write them such as Mon, Tue or Mon-Fri, or Every day.
invalid-workbook_language = “{ $found }” is no language. Write a tag such as kk, or a name such as Kazakh.
invalid-workbook_rating_hours = “{ $found }” does not say hours of ratings, each once. Write them such as 18+ 23:00-30:00.
invalid-workbook_quotas = “{ $found }” does not say shares of languages. Write them such as kk 50, ru 20.
invalid-workbook_mark = “{ $found }” is no mark. Write x for what is to go, or empty the cell.
invalid-workbook_missing = “{ $head }” must be given, and this row does not give it.
invalid-workbook_other_filling = “{ $head }” does not go with what fills the slot. Empty it, or fill the slot otherwise.
invalid-workbook_still_used =
    “{ $id }” cannot go: { $count ->
        [one] one airing or other record names
       *[other] { $count } airings or other records name
    } it. Leave it in, or take these out of the station first.
invalid-workbook_unknown_sheet = The sheet “{ $sheet }” is not read: neither its name nor its heads are known.
invalid-workbook_sheet_twice = “{ $sheet }” tells of the same things as a sheet before it. Leave one of them.
invalid-workbook_no_id_column = No column has the head Id, by which rows are known.
invalid-workbook_column_twice = “{ $found }” is a head twice. Leave one of the columns.
invalid-workbook_unknown_column = The column “{ $found }” is not read: its head is not known here. A head of texts says their language: Title (kk).
invalid-workbook_read_only = “{ $found }” is not taken: this column only tells what the row is of, here “{ $says }”. Other columns change it.
invalid-workbook_merged = Cells are merged here. Split them and write into each what is meant.
invalid-workbook_id_twice = “{ $found }” stands in { $first } already. Each row has an id of its own.
invalid-workbook_no_id = The row has no id. Write one that no other row of the sheet has.
invalid-workbook_bad_id = “{ $found }” is no id: at most { $most } letters, on one line.
