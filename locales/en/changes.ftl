# What changed, and the history of what was done.
changes-since = Changes since
changes-of-step = A step
changes-of-published = What was published
changes-count =
    { $count ->
        [one] one change on air
       *[other] { $count } changes on air
     }
changes-copy = Copy
changes-copy-all = Copy all
changes-copied = Copied
changes-none = Nothing on air has changed since then.
changes-records = What else changed
changes-compare = Compare with the station as it was after this
changes-revert = Take this back
change-breaks = Only promos and fillers changed.
change-instead = { $title } instead of { $was-title }
change-moved = { $title } moved from { $was-time } to { $time }
change-moved-day = { $title } moved here from { $was-day }, { $was-time }
change-trimmed = { $title } lasts { $minutes } min instead of { $was-minutes }
change-added = { $title } is new
change-dropped = { $was-title } is dropped
changes-record =
    { $change ->
        [added] new
        [removed] gone
       *[changed] changed
    }: { $kind ->
        [about] the station’s notes
        [channel] channel
        [programme] programme
        [licence] licence
        [holdback] holdback
        [blackout] blackout
        [slot] slot
        [campaign] campaign
        [campaign_target] campaign target
        [filler] filler
        [pin] pin
        [aired] history entry
        [occasion] occasion
        [place] place
        [quotation] quotation
        [partner] partner
        [media] media file
        [receiver] receiver
       *[other] { $kind }
    } { $id }
