# A station that several desks work on.

shared = Desks and server
shared-chip-own = Own file
shared-chip-alone = Shared, nobody else is here
shared-chip-here = Here: { $names }
shared-chip-here-more = Here: { $names } and { $count } more
shared-chip-connecting = Connecting to the server …
shared-chip-offline =
    { $count ->
        [0] Without the server
        [one] Without the server, one entry waits
       *[other] Without the server, { $count } entries wait
    }
shared-chip-apart = The server is away
shared-chip-password = The server wants a password
shared-chip-reading = A copy, read only
shared-chip-moving-share = Going to the server: { $percent } %
shared-chip-moving-copy = Coming from the server: { $percent } %
shared-chip-decisions =
    { $count ->
        [one] one decision
       *[other] { $count } decisions
    }
shared-told-own = This station lies in its file alone. On a server, several desks work on it at once, each on a copy of its own.
shared-told-connected = What you do is on the server at once; what others do comes by itself.
shared-told-connecting = The station can be read meanwhile.
shared-told-offline = What you do stays in this file until you merge it back.
shared-told-apart = The station can be read. To change it, wait for the server, or work without it.
shared-where = { $login } on { $server }
shared-tab-desk = This desk
shared-tab-decisions = Decisions
shared-tab-left = Left
shared-tab-accounts = Accounts
shared-tab-share = Share this station
shared-tab-copy = Open a copy from a server
shared-here = Here now
shared-you = you
shared-nobody = Who is here is known when the desk is connected.
shared-others = What others did last
shared-others-none = Nothing yet.
shared-own-entries = What you did without the server
shared-offline = Work without the server
shared-offline-told = On a journey, or while the server is away: what you do is kept in this file and merged back later.
shared-merge = Merge back
shared-merge-told = The file is backed up, what others did comes in, and your entries are done again one by one. Where others changed the same, or you may not do it, you decide; nothing is lost.
shared-merge-on = Do again what waits
shared-waiting =
    { $count ->
        [one] One entry waits to be done again.
       *[other] { $count } entries wait to be done again.
    }
shared-merging = { $at } of { $of } done again
shared-merged = Done again: { $done }; to be decided: { $undecided }
shared-detach = Make it a station of its own
shared-detach-told = This file stays as it is, and nothing of it goes to the server any more. The station on the server stays, too.
shared-detached = This file is a station of its own now.
shared-password = Password of { $account }
shared-keep = Keep it in this computer’s keyring
shared-sign-in = Sign in
shared-run-only = The keyring does not keep the password: it is known until the program ends.
shared-decide = Decide
shared-no-decisions = Nothing is to be decided.
shared-decisions-told = Others changed the same before you. Choose by ↑ ↓; T takes yours, L leaves theirs. What is not taken is kept in the file.
shared-yours = Yours
shared-theirs = Of { $author }
shared-theirs-now = There now
shared-before = Before
shared-take = Take mine
shared-leave = Leave theirs
shared-taken = Yours is on top now
shared-left = Theirs stays; yours is kept in the file
shared-left-told = What was decided to leave, newest first: kept in this file to be read. It was not done, and does nothing any more.
shared-none-left = Nothing was left.
shared-left-instead = Instead: { $what } ({ $author }, { $at })
shared-left-refused = The server did not take it, or the station could not be worked with then.
shared-refused-choice = The server did not take it: you may not do this, or the station could not be worked with then.
shared-waits-choice = It waits to be done again.
shared-whole = all of it
shared-there = there
shared-gone = not there
shared-yes = yes
shared-no = no
shared-more = Show { $count } more
shared-fewer = Show fewer
shared-record =
    { $kind ->
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
    }
field-zone = Time zone
field-day_start = Day begins
field-rating_hours = Rating hours
field-quotas = Language quotas
field-media = Media file
field-programme = Programme
field-season = Season
field-episode = Episode
field-channel = Channel
field-languages = Languages
field-from = First day
field-until = Last day
field-max_runs = Runs
field-shared = Counted over all channels
field-rerun_hours = Rerun hours
field-min_gap_hours = Hours between starts
field-days = Weekdays
field-start = Start
field-length_min = Minutes
field-layer = Layer
field-weight = What the time is worth
field-fill = Filled with
field-then = After the last episode
field-days_after = Days after
field-sequel = Next episode
field-repeat = Repeat
field-pool = Pool
field-hold = Live or foreign
field-channels = Channels
field-quota = Language quota
field-per_day = A day at most
field-min_gap_min = Minutes between
field-campaign = Campaign
field-notes = Notes
field-min_share_pct = Least share, %
field-seasons = Seasons
field-episodes = Episodes
field-versions = Versions
field-version = Version
field-programmes = Programmes
field-kinds = Kinds
field-first_channel = First on the channel
field-hours = Hours
field-of = What it is of
field-licence = Licence
field-sha256 = Checksum (SHA-256)
field-titles = Language of titles
field-files = Files
field-to = Where to
field-folder = Folder
field-host = Server
field-port = Port
field-user = Signs in as
field-host_key = Key of the server
field-sign_in = Sign-in
field-key = Key file
field-authority = Name in the DNS
field-edition = Edition of the schema
field-date_of = Date beside times past midnight
field-frame_rate = Frames a second
field-page = Page
shared-accounts-told = Whoever owns the database says who may what; the server holds everyone to it.
shared-accounts-read = Whoever owns the database says who may what; here it can be read.
shared-login = Name
shared-roles = May
shared-channels = On channels
shared-all-channels = all
shared-some-channels = Some channels
shared-channel-gone = no longer in this station
shared-account-password = Password
shared-account-password-hint = empty: it stays as it is
shared-account-new = Let somebody in
shared-account-save = Let in
shared-account-change = Save
shared-account-saved = { $login } has an account
shared-account-edit = Change { $login }
shared-account-remove = Let { $login } in no more
shared-account-removed = { $login } has no account any more
role-viewer = read
role-planner = plan: airings, pins, what aired
role-editor = edit everything else
role-publisher = publish
shared-address = Address
shared-authority = Certificates that vouch for the server
shared-authority-hint = none: those of the system
shared-choose-file = Choose
shared-password-server = Password
shared-share-told = Whoever runs the server makes a database that is yours. The station goes there with its journal and revisions, and this file becomes your copy of it.
shared-copy-told = A file of your own on this computer, kept up to date with the server. The address is what the station’s owner gives you.
shared-share-do = Share
shared-copy-do = Make the copy
shared-asking = Asking the server …
shared-moving-share = Going to the server
shared-moving-copy = Coming from the server
shared-break-off = Break off
shared-moved = { $done } of { $total } rows
shared-moved-all = All rows are there; it is seen to that it is whole …
shared-moving-share-told = The station can be read meanwhile. It is changed again once it is there, or once this is broken off: then nothing of it is on the server.
shared-moving-copy-told = You can work on meanwhile. Broken off, no file is made.
shared-broken-off = Broken off: everything is as it was
shared-shared = The station lies on { $server } now
shared-copied = This is your copy of the station on { $server }
failure-shared_authority-here = Choose the file of certificates (PEM) that the server’s keeper gives you.
failure-shared_not-here = “Desks and server” puts it on one.
failure-shared_already-here = “Desks and server” makes the file a station of its own again.
failure-shared_no_station-here = See to the name of the database in the address.
failure-shared_no_password-here = Sign in, or work without the server.
failure-shared_unreachable-here = It is tried again by itself. Until then you can work without the server.
failure-shared_silent-here = It is tried again by itself. Until then you can work without the server.
failure-shared_password-here = Type the password again.
failure-shared_not_permitted-here = Ask whoever owns the station: the accounts say who may what.
failure-shared_conflict-here = Take yours, or leave theirs: nothing is lost either way.
failure-shared_diverged-here = The server was put back to an earlier day, or changed past Arna. Keep this file, and open a new copy.
failure-shared_offline-here = Merge back first.
failure-shared_online-here = There is nothing to merge.
failure-shared_nothing_aside-here = It was decided already.
failure-shared_keyring-here = The password is known until the program ends; the variable { $variable } can hold it, too.
failure-shared_no_account-here = Look at the list of accounts again.
failure-shared_certificate-here = Ask the server’s keeper for the certificates that vouch for it. See also to this computer’s clock.
