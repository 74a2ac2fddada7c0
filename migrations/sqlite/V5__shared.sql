-- Where the station lies on a server as well, and this file is one desk's copy of it; a station of its own has no row.
-- server: postgresql://login@host:port/database, never a password. authority: the certificates that vouch for the server, as PEM;
-- none: the system's. offline: while the desk works without the server, the number of the last entry that both have.
CREATE TABLE shared (
    one       BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    server    TEXT   NOT NULL,
    authority TEXT,
    offline   BIGINT
);

-- Entries that were done here and are not in the journal, because the server's went on otherwise meanwhile. steps is what they
-- change, as a list of what journal_change holds; base: the last entry before it. state: waiting (to be done again), conflict (a person decides; why says what
-- stands against it), left (decided: the others' stays), done (it is in the journal now). Nothing is taken out of here.
CREATE TABLE aside (
    number BIGINT NOT NULL PRIMARY KEY,
    base   BIGINT NOT NULL,
    op     TEXT   NOT NULL,
    args   TEXT   NOT NULL,
    at_ms  BIGINT NOT NULL,
    steps  TEXT   NOT NULL,
    state  TEXT   NOT NULL CHECK (state IN ('waiting', 'conflict', 'left', 'done')),
    why    TEXT   NOT NULL
);
