-- Published revisions: a channel's accepted schedule of some broadcast dates as it was handed out, numbered from 1 per channel.
-- content is an arna-station/1 document of that schedule and of what it refers to. Each revision names the hash of the one
-- before it ('' for the first), so that none can be changed, left out or put between unseen. The journal does not tell of them
-- and no undo takes them back.
CREATE TABLE revision (
    channel        TEXT   NOT NULL,
    number         BIGINT NOT NULL CHECK (number >= 1),
    from_date      TEXT   NOT NULL,
    days           BIGINT NOT NULL,
    author         TEXT   NOT NULL,
    at_ms          BIGINT NOT NULL,
    content        TEXT   NOT NULL,
    content_sha256 TEXT   NOT NULL,
    previous       TEXT   NOT NULL,
    sha256         TEXT   NOT NULL,
    PRIMARY KEY (channel, number)
);

-- What was handed out: which file of which revision, to which receiver, where it was put, and its bytes' hash.
CREATE TABLE delivery (
    number   BIGINT NOT NULL PRIMARY KEY,
    channel  TEXT   NOT NULL,
    revision BIGINT NOT NULL,
    receiver TEXT   NOT NULL,
    form     TEXT   NOT NULL,
    place    TEXT   NOT NULL,
    bytes    BIGINT NOT NULL,
    sha256   TEXT   NOT NULL,
    author   TEXT   NOT NULL,
    at_ms    BIGINT NOT NULL,
    FOREIGN KEY (channel, revision) REFERENCES revision (channel, number)
);

-- Both only grow. Triggers are each database's own to write: on PostgreSQL these want a function.
CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'a published revision is never changed'); END;
CREATE TRIGGER revision_is_not_removed BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'a published revision is never removed'); END;
CREATE TRIGGER revision_is_not_replaced BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE channel = NEW.channel AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a published revision is never replaced'); END;
CREATE TRIGGER delivery_is_not_changed BEFORE UPDATE ON delivery
BEGIN SELECT RAISE(ABORT, 'a delivery is never changed'); END;
CREATE TRIGGER delivery_is_not_removed BEFORE DELETE ON delivery
BEGIN SELECT RAISE(ABORT, 'a delivery is never removed'); END;
CREATE TRIGGER delivery_is_not_replaced BEFORE INSERT ON delivery
WHEN EXISTS (SELECT 1 FROM delivery WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a delivery is never replaced'); END;
