-- The station file, first form. This SQL is to run on PostgreSQL as well: plain types, no tricks.

-- Everything a coordinator keeps by hand: channels, the catalogue, licences, the grid, campaigns, pins, history. A kind's
-- records are a list, kept in the order of the station's document; body is the record as that document writes it.
CREATE TABLE record (
    kind     TEXT   NOT NULL,
    position BIGINT NOT NULL,
    id       TEXT   NOT NULL,
    body     TEXT   NOT NULL,
    PRIMARY KEY (kind, position)
);
CREATE INDEX record_by_id ON record (kind, id);

-- The accepted schedule. Instants are milliseconds since 1970 in UTC, dates are broadcast dates (2024-07-01). Pins of one
-- channel may start together; turn tells them apart.
CREATE TABLE airing (
    channel  TEXT   NOT NULL,
    start_ms BIGINT NOT NULL,
    turn     BIGINT NOT NULL,
    end_ms   BIGINT NOT NULL CHECK (end_ms > start_ms),
    date     TEXT   NOT NULL,
    version  TEXT,
    title    TEXT,
    language TEXT,
    licence  TEXT,
    slot     TEXT,
    origin   TEXT   NOT NULL,
    PRIMARY KEY (channel, start_ms, turn)
);

-- Who did what, when. state: done, undone (redo would do it again), dropped (something else was done since).
CREATE TABLE journal (
    number    BIGINT NOT NULL PRIMARY KEY,
    op        TEXT   NOT NULL,
    args      TEXT   NOT NULL,
    author    TEXT   NOT NULL,
    at_ms     BIGINT NOT NULL,
    kind      TEXT   NOT NULL CHECK (kind IN ('found', 'do', 'undo', 'redo')),
    of_number BIGINT REFERENCES journal (number),
    state     TEXT   NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
);
CREATE INDEX journal_by_state ON journal (kind, state, number);

-- What each entry changed, in order, with what was there before: an entry's inverse is its changes read backwards.
-- Of a record: its place and body. Of airings: the channel's starts in [from_ms, until_ms), before and after as lists.
CREATE TABLE journal_change (
    number      BIGINT NOT NULL REFERENCES journal (number),
    turn        BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    position    BIGINT,
    from_ms     BIGINT,
    until_ms    BIGINT,
    body_before TEXT,
    body_after  TEXT,
    PRIMARY KEY (number, turn)
);

-- The plan that waits for a decision, if there is one.
CREATE TABLE proposal (
    one  BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    text TEXT   NOT NULL
);
