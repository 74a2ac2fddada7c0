# The Export screen: channels, receivers, revisions.
publishing = Export
publishing-receivers = Receivers
publishing-last = Published last
publishing-now = What is accepted now
publishing-publish = Publish
publishing-publish-all = Publish all
publishing-stop = Stop
publishing-running = Publishing { $at } of { $of } …
publishing-looking = Looking at { $at } of { $of } channels …
publishing-untold = To be told: { $count } of { $of } channels
publishing-done =
    { $failed ->
        [0] Channels published: { $count }
       *[other] Channels published: { $count }; not published: { $failed }
     }
publishing-nothing = Nothing accepted
publishing-never = Not published yet
publishing-stands = As in revision { $number }
publishing-changes =
    { $count ->
        [one] one change since revision { $number }
       *[other] { $count } changes since revision { $number }
     }
publishing-beyond = More dates than in revision { $number }
publishing-details = Details differ from revision { $number }
publishing-airings =
    { $count ->
        [one] one airing
       *[other] { $count } airings
     }
publishing-errors =
    { $count ->
        [one] one error in the schedule
       *[other] { $count } errors in the schedule
     }
publishing-open =
    { $count ->
        [one] one open slot
       *[other] { $count } open slots
     }
publishing-cannot =
    { $count ->
        [one] one form cannot be written
       *[other] { $count } forms cannot be written
     }
publishing-warnings =
    { $count ->
        [one] one warning
       *[other] { $count } warnings
     }
publishing-was-published = Revision { $number } published; files written: { $files }, already there: { $there }
publishing-stood = Nothing new: revision { $number } stands; files written: { $files }, already there: { $there }
publishing-delivered = Revision { $number } handed out; files written: { $files }, already there: { $there }
publishing-revision = Revision { $number }
publishing-add-receiver = Add a receiver …
publishing-no-channels = The station has no channels yet: add one in Settings.
publishing-tab-files = Files
publishing-tab-changes = Changes
publishing-tab-revisions = Revisions
publishing-tab-receivers = Receivers
publishing-next-channel = Next channel
publishing-channel-before = Channel before
publishing-next-part = Next part: files, changes, revisions, receivers
publishing-part-before = Part before
publishing-new-receiver = New receiver
publishing-no-receivers = Nobody gets this channel’s files yet. A receiver says which files are wanted and where they go.
publishing-nothing-due = Nothing is accepted on these dates: calculate and accept first.
publishing-looking-files = The files are being made …
publishing-rows =
    { $count ->
        [one] one entry
       *[other] { $count } entries
     }
publishing-place-new = new there
publishing-place-changes = changes there
publishing-place-same = there already
publishing-place-unasked = a server: not asked yet
publishing-never-told = { $name } has been told nothing of these dates yet.
publishing-verify = Verify all revisions
publishing-verified =
    { $count ->
        [one] One revision is as it was published.
       *[other] All { $count } revisions are as they were published.
     }
publishing-compare = What changed since
publishing-deliver = Hand out again to the receivers
publishing-deliver-into = Hand out into a folder
publishing-not-handed-out = Nothing was handed out of it.
publishing-no-revisions = Nothing of this channel is published yet.
publishing-no-revisions-yet = No channel has been published yet. The Export screen (G X) does it.
publishing-folder = Folder
publishing-folder-told = It must be there already. Without a beginning such as / or C:\ it lies beside the station file.
publishing-to = Where files go
publishing-to-folder = A folder of this machine
publishing-to-sftp = A server (SFTP)
publishing-host = Server
publishing-port = Port
publishing-user = User
publishing-host-key = Fingerprint of the server’s key; without it nothing is sent
publishing-key-file = Private key file; without one a password signs in
publishing-sftp-told = A folder that does not begin with / lies in the user’s own. “arna receiver host-key” shows a server’s keys. The password is not typed here, but on the command line, and the system’s keyring keeps it:
publishing-id = Id
publishing-files = Files
publishing-date-of = Times past midnight stand by
publishing-date-of-calendar = the calendar’s date
publishing-date-of-broadcast = the broadcast date
publishing-edition = Year of the schema
publishing-name = What files are called
publishing-name-told = The extension is added. To be used:
publishing-remove = Remove the receiver
publishing-got = Revision { $number }, { $at }
publishing-got-nothing = Has got nothing yet
size-b = { $n } B
size-kb = { $n } KB
size-mb = { $n } MB
