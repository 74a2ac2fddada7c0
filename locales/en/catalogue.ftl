# The catalogue.

catalogue = Catalogue
tab-titles = Titles
tab-licences = Licences
tab-missing = Missing versions
tab-quotations = Quotations
tab-places = Places
tab-partners = Partners
tab-media = Media
filter = Filter: title, id, house number
filter-clear = Clear the filter
levels = Levels shown
level-0 = Programmes
level-1 = Seasons
level-2 = Episodes
level-3 = Versions
catalogue-total =
    { $programmes ->
        [one] one programme
       *[other] { $programmes } programmes
    }, { $episodes ->
        [one] one episode
       *[other] { $episodes } episodes
    }, { $versions ->
        [one] one version
       *[other] { $versions } versions
    }
catalogue-empty = The catalogue is empty
catalogue-empty-text = Make a programme with its seasons, episodes and languages, or take one over from a spreadsheet of any layout.
column-title = Title
column-kind = Kind, rating
column-languages = Languages
column-duration = Duration
column-house = House number
column-media = Media
column-runs = Runs
column-airs = Next or last airing
column-airings = Airings
languages-all = { $language }: every episode
languages-some = { $language }: { $have } of { $of } episodes
languages-none = { $language }: none
media-all = Every version has a file
media-some = Some versions have a file
media-differs = A file is longer or shorter than its version
media-differs-by = The file runs { $file }, the version { $version }
media-attach = Attach a file
media-detach = Detach the file of { $id }
media-attached = { $file } attached
media-frames = { $rate } frames a second
media-measure = Measure { $id }
runs-of = { $used } of { $most } runs taken ({ $licence })
runs-free = { $used } runs taken, no limit ({ $licence })
no-licence = no licence
next-airing = Next airing
last-airing = Last airing
open-row = Open
shut = Close
rename-title = Change the title
add-season = Add a season
add-episode = Add an episode
add-version = Add
add-licence = Add a licence
add-quotation = Add a quotation
add-place = Add a place
add-partner = Add a partner
remove = Remove
remove-what = Remove { $what }
remove-question = Remove “{ $what }”?
remove-question-rows =
    { $count ->
        [one] Remove the chosen row?
       *[other] Remove the { $count } chosen rows?
    }
remove-hangs = This hangs on it and would go with it:
remove-with-all = Remove with all of it
rows-chosen =
    { $count ->
        [one] one row chosen
       *[other] { $count } rows chosen
    }
choose-none = Choose nothing
choose-row = Choose a row to see its titles, licences, files and airings.
field = Field
value = Value
set-in =
    { $count ->
        [one] Set in one row
       *[other] Set in { $count } rows
    }
field-title = Title
field-id = Id
field-kind = Kind
field-order = Order
field-tags = Tags
field-max_per_day = Most per day
field-number = Number
field-occasion = Occasion
field-rating = Rating
field-language = Language
field-duration = Duration
field-house_number = House number
field-synopsis = Synopsis
field-places = Places shown
field-quotations = Quotations
field-partners = Partners
field-name = Name
field-text = Text
field-source = Source
field-source_kind = Kind of source
field-author = Author
field-date = Date
field-place = Place
field-url = Address
field-territory = Territory
field-latitude = Latitude
field-longitude = Longitude
field-role = Role
field-file = File
order-any = Any
order-serial = In order
order-serial-long = Episodes air only in order
none = none
source-speech = Speech
source-article = Article
source-conversation = Conversation
source-book = Book
noun-programme = Programme
noun-season = Season
noun-episode = Episode
noun-version = Version
path = Part of
titles = Titles
versions = Versions
languages = Languages
item-where-airs = Where does this air?
airs-nowhere = Nowhere in the accepted schedule.
and-more = and { $count } more
head-wanted = Wanted
head-there = There
head-first-wanted = First wanted
head-outcome = Until then
head-used = Used by
head-acts = Actions
missing-about =
    { $count ->
        [one] One version is wanted by the schedule and does not exist.
       *[other] { $count } versions are wanted by the schedule and do not exist.
    }
missing-none = Every version that the schedule’s slots want is there.
missing-open = the slot stays open
missing-other = another language stands in
used-episodes =
    { $count ->
        [one] one episode
       *[other] { $count } episodes
    }
used-programmes =
    { $count ->
        [one] one programme
       *[other] { $count } programmes
    }
none-quotations = No quotations yet.
none-places = No places yet.
none-partners = No partners yet.
none-media = No media files yet. Attach them to versions, in the panel of an episode.
today = Today
date-in-table = { $day } { $month } { $year }
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
no-licences = No licence covers this.
licences-none-yet = There is no licence yet.
all-channels = all channels
all-languages = all languages
licence = Licence
licence-new = New licence
licence-edit = Change licence { $id }
licence-remove = Remove licence { $id }
licence-from = First day
licence-until = Last day
licence-runs = Runs of each episode
licence-shared = Counted over all channels together
licence-rerun = Hours of a run’s reruns
licence-gap = Hours between two starts
licence-use =
    { $airings ->
        [one] { $used } of { $most } runs, one airing
       *[other] { $used } of { $most } runs, { $airings } airings
    }
licence-use-free =
    { $airings ->
        [one] no limit, one airing
       *[other] no limit, { $airings } airings
    }
licence-spent = { $spent } of { $episodes } episodes used up
licence-ends =
    { $days ->
        [one] one day left
       *[other] { $days } days left
    }
licence-future = not yet valid
licence-ended = ended
more-licences = and { $count } more; filter to see them
licence-what-if = What this would do
trying = Trying it out …
edit-refused = This cannot be saved:
breaks =
    { $count ->
        [one] This breaks one airing
       *[other] This breaks { $count } airings
    }
breaks-nothing = Nothing in the accepted schedule breaks.
mends =
    { $count ->
        [one] One problem goes away.
       *[other] { $count } problems go away.
    }
airings-lost =
    { $count ->
        [one] One airing is taken out of the schedule.
       *[other] { $count } airings are taken out of the schedule.
    }
save = Save
save-anyway =
    { $count ->
        [one] Save, although one airing breaks
       *[other] Save, although { $count } airings break
    }
make = Make
new-programme = New programme
wizard-seasons = Seasons
wizard-episodes = Episodes in each
wizard-first = First season’s number
wizard-versions = Languages and durations
wizard-language = Another language
wizard-house = House numbers
wizard-episode-titles = Episode titles
wizard-part-sample = Part { "{" }episode{ "}" }
wizard-licence = With a licence for all channels and languages
wizard-makes =
    { $seasons ->
        [one] one season
       *[other] { $seasons } seasons
    }, { $episodes ->
        [one] one episode
       *[other] { $episodes } episodes
    }, { $versions ->
        [one] one version
       *[other] { $versions } versions
    }

# From a spreadsheet.

from-sheet = New from a spreadsheet
sheet-about = Choose an XLSX, ODS or CSV file. Its columns may stand in any order and be called what you call them; you see what each is taken for before anything is made.
sheet-choose = Choose a file
sheet-sheet = Sheet
sheet-encoding = Letters
sheet-encoding-found = found out
sheet-header-row = Row of the heads
sheet-titles-in = Language of the titles
sheet-fills-down = An empty programme cell means the one above
sheet-row = Row
sheet-means = What “{ $head }” means
sheet-in = The language of “{ $head }”
sheet-nothing = – not taken –
sheet-programme = Programme
sheet-programme_id = Programme’s id
sheet-kind = Kind
sheet-language = Languages
sheet-season = Season
sheet-episode = Episode
sheet-episode_title = Episode title
sheet-duration = Duration
sheet-house_number = House number
sheet-file = Media file
sheet-rating = Rating
sheet-tags = Tags
sheet-synopsis = Synopsis
sheet-licence_from = Licence from
sheet-licence_until = Licence until
sheet-runs = Runs
sheet-channel = Channel
sheet-date = Broadcast date
sheet-time = Start time
sheet-needs-programme = Say which column holds the programme.
sheet-good = { $good } of { $filled } rows can be taken.
sheet-faults =
    { $count ->
        [one] One cell cannot be read
       *[other] { $count } cells cannot be read
    }, in { $rows ->
        [one] one row
       *[other] { $rows } rows
    }.
sheet-skip =
    { $rows ->
        [one] Leave this row out
       *[other] Leave these { $rows } rows out
    }
sheet-fault-bad_date = “{ $found }” is no date
sheet-fault-bad_time = “{ $found }” is no time of day; 00:00 to 48:00 are
sheet-fault-not_of_date = “{ $found }” and the row’s date, “{ $date }”, do not go together; correct one of them
sheet-fault-bad_duration = “{ $found }” is no duration; 25:30 is 25 minutes and 30 seconds
sheet-fault-bad_number = “{ $found }” is no whole number
sheet-fault-bad_id = “{ $found }” is too long for an id
sheet-fault-unknown_language = nobody knows the language “{ $found }”
sheet-fault-text_too_long = { $count } characters; { $most } at most
sheet-fault-formula = the formula fails: { $found }
sheet-fault-programme_missing = no programme is named
sheet-fault-ends_before_start = the licence ends on { $until }, before it begins on { $from }
sheet-minutes = Minutes where none are given
sheet-channel-of-rest = Channel of rows that name none
sheet-unplaced =
    { $count ->
        [one] One row says when something airs, but on no channel: its airing is not taken. Name the channel at the right.
       *[other] { $count } rows say when something airs, but on no channel: their airings are not taken. Name the channel at the right.
    }
sheet-zone = Zone of new channels
sheet-into = What becomes of it
sheet-into-new = A new station
sheet-into-open = Into “{ $name }”, as one step that can be undone
sheet-make = Make the station
sheet-take =
    { $count ->
        [one] Take one row
       *[other] Take { $count } rows
    }
sheet-taken = { $file } taken over
sheet-counts = programmes { $programmes }, episodes { $episodes }, versions { $versions }, changed { $changed }, licences { $licences }, pins { $pins }, channels { $channels }

# What cannot be done.

failure-no_such_item = There is no “{ $id }” in the catalogue.
failure-no_such_item-hint = It may have been removed meanwhile.
failure-no_such_field = There is no field “{ $field }” here.
failure-no_such_field-hint = Choose a field that these rows have.
failure-no_such_choice = “{ $found }” cannot be chosen here.
failure-no_such_choice-hint = Choose one of the values offered.
failure-field_empty = This field cannot be empty.
failure-field_empty-hint = Type a value.
failure-bad_duration = “{ $found }” is no duration.
failure-bad_duration-hint = Write minutes and seconds, 25:40, or 1:25:40; a day at most.
failure-bad_language = “{ $found }” is no language tag.
failure-bad_language-hint = Write kk, ru, zh, en, or another tag such as zh-Hant.
failure-bad_number = “{ $found }” is no whole number.
failure-bad_number-hint = Write digits.
failure-bad_degrees = “{ $found }” is no position in degrees.
failure-bad_degrees-hint = Write 43.238; south and west with a minus.
failure-bad_pattern = The pattern cannot be filled: { $found }
failure-bad_pattern-hint = Places are programme, season, episode and language in braces; a colon and 03 ask for three digits.
failure-id_taken = The id “{ $id }” is taken.
failure-id_taken-hint = Choose another one.
failure-version_there = “{ $what }” has a version in { language-name } already.
failure-version_there-hint = Change that version instead.
failure-title_missing = A programme needs a title.
failure-title_missing-hint = Write it in one language at least.
failure-nothing_to_make = There is nothing to make.
failure-nothing_to_make-hint = One season and one episode at least.
failure-too_many_versions = { $count } versions are too many at once.
failure-too_many_versions-hint = { $most } at most.
failure-still_used = “{ $what }” is still used.
failure-still_used-hint = Remove it with all that hangs on it, or change that first.
failure-ffprobe_missing = The file could not be measured: ffprobe is not installed.
failure-ffprobe_missing-hint = Install ffmpeg to have durations and frame rates checked.
failure-ffprobe_failed = The file could not be measured: { $why }
failure-ffprobe_failed-hint = Check that ffprobe runs on this computer.
failure-media_unreadable = This is no media file that can be read: { $file }
failure-media_unreadable-hint = Choose a file with a picture or sound in it.
failure-media_slow = Measuring took longer than { $seconds } s: { $file }
failure-media_slow-hint = The file may lie on a slow drive, or be damaged.
failure-sheet_faulty =
    { $count ->
        [one] One cell cannot be read.
       *[other] { $count } cells cannot be read.
    }
failure-sheet_faulty-hint = Put them right, or leave their rows out.
failure-sheet_has_nothing = The spreadsheet brings nothing new.
failure-sheet_has_nothing-hint = All that it says is in the station.
failure-sheet_time_unreal = An airing of { $channel } on { $date } has no real time.
failure-sheet_time_unreal-hint = Write times from 00:00 to 48:00.

# What keeps something from going.

invalid-used_by_licence =
    { $count ->
        [one] one licence: { $ids }
       *[other] { $count } licences: { $ids } …
    }
invalid-used_by_slot =
    { $count ->
        [one] one slot: { $ids }
       *[other] { $count } slots: { $ids } …
    }
invalid-used_by_pool =
    { $count ->
        [one] one pool takes from it: { $ids }
       *[other] { $count } pools take from it: { $ids } …
    }
invalid-used_by_holdback =
    { $count ->
        [one] one holdback: { $ids }
       *[other] { $count } holdbacks: { $ids } …
    }
invalid-used_by_campaign =
    { $count ->
        [one] one campaign: { $ids }
       *[other] { $count } campaigns: { $ids } …
    }
invalid-used_by_campaign_target =
    { $count ->
        [one] one campaign promotes it: { $ids }
       *[other] { $count } campaigns promote it: { $ids } …
    }
invalid-used_by_filler =
    { $count ->
        [one] one filler: { $ids }
       *[other] { $count } fillers: { $ids } …
    }
invalid-used_by_receiver =
    { $count ->
        [one] one receiver gets a page about it: { $ids }
       *[other] { $count } receivers get a page about it: { $ids } …
    }
invalid-used_by_pin =
    { $count ->
        [one] one pin: { $ids }
       *[other] { $count } pins: { $ids } …
    }
invalid-used_by_aired =
    { $count ->
        [one] one airing of the past
       *[other] { $count } airings of the past
    }
invalid-used_by_airing =
    { $count ->
        [one] one airing of the schedule
       *[other] { $count } airings of the schedule
    }
invalid-used_by_episode =
    { $count ->
        [one] one episode: { $ids }
       *[other] { $count } episodes: { $ids } …
    }
invalid-used_by_programme =
    { $count ->
        [one] one programme: { $ids }
       *[other] { $count } programmes: { $ids } …
    }
invalid-used_by_quotation =
    { $count ->
        [one] one quotation: { $ids }
       *[other] { $count } quotations: { $ids } …
    }

# Keys and gestures that the help tells of.
catalogue-key-edit = Edit a cell; open or close a row
catalogue-key-next = The next cell
catalogue-key-open = Open or close a row
catalogue-key-choose = Choose rows
catalogue-key-remove = Take out what is chosen

kind-documentary = documentary
kind-series = series
kind-film = film
kind-animation = animation
kind-quotes = quotes
kind-news = news
kind-culture = culture
kind-business = business
kind-sport = sport
kind-music = music
kind-children = children
kind-promo = promo
kind-filler = filler

# The station in a spreadsheet and back: the dialog.

workbook = The station in a spreadsheet
workbook-text = Channels, programmes down to versions, licences and the grid, to be changed in Excel or LibreOffice and taken back. You see what changes, cell by cell, before anything does.
workbook-write = Write it
workbook-form-book = A book (XLSX)
workbook-form-tables = A folder of tables (CSV)
workbook-heads-in = Heads in
workbook-back = Take it back
workbook-choose = Choose a file
workbook-choose-folder = Or a folder of tables
workbook-removes-missing = What its sheet no longer has goes, too
workbook-again = Read it again
workbook-how = Write the workbook, change cells in it, save it, and choose it here: XLSX, ODS, CSV, or the folder of tables. Rows are known by their ids.
workbook-changes = What changes, cell by cell
workbook-faults = Cells in the way
workbook-take = Take over
note-written-workbook = Written. Change it, then take it back with Shift X.
