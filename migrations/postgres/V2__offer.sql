-- An entry, what it changes and what came before it meanwhile: one question and one answer. And no record that no desk could read.

-- An entry with one thing that it changes, none where it changes nothing. is_own: of the entry that is offered.
CREATE TYPE news AS (
    is_own      BOOLEAN,
    number      BIGINT,
    op          TEXT,
    args        TEXT,
    author      TEXT,
    at_ms       BIGINT,
    entry_kind  TEXT,
    kind        TEXT,
    id          TEXT,
    position    BIGINT,
    from_ms     BIGINT,
    until_ms    BIGINT,
    body_before TEXT,
    body_after  TEXT
);

-- The entries (base, until], in order.
CREATE FUNCTION since(base BIGINT, until BIGINT, own BIGINT) RETURNS SETOF news
LANGUAGE sql STABLE SET search_path = arna, pg_temp AS $$
    SELECT coalesce(entry.number = own, false), entry.number, entry.op, entry.args, entry.author, entry.at_ms, entry.kind,
        change.kind, change.id, change.position, change.from_ms, change.until_ms, change.body_before, change.body_after
    FROM journal AS entry LEFT JOIN journal_change AS change ON change.number = entry.number
    WHERE entry.number > base AND entry.number <= until
    ORDER BY entry.number, change.turn
$$;

-- Offers an entry of whoever knows the entries up to a number. No row: it was taken as the next. Rows that end with the entry: it
-- was taken after those of others. Other rows: others were quicker, and it was not taken. It goes with what others did meanwhile
-- where all of these entries change airings only, and this one those of other channels: then no reference of one leads to
-- what another changed. Whether anything else goes together its desk looks at. What may be written is decided as ever, as
-- whoever asks.
CREATE FUNCTION offer(base BIGINT, of_op TEXT, of_args TEXT, of_at BIGINT, kinds TEXT[], ids TEXT[], positions BIGINT[],
    froms BIGINT[], untils BIGINT[], befores TEXT[], afters TEXT[]) RETURNS SETOF news
LANGUAGE plpgsql SET search_path = arna, pg_temp AS $$
DECLARE
    most CONSTANT BIGINT := 200;
    there BIGINT;
    own   BIGINT;
BEGIN
    PERFORM hold();
    SELECT station.last INTO there FROM station;
    IF there > base AND (there > base + most
        OR EXISTS (SELECT 1 FROM unnest(kinds) AS kind WHERE kind <> 'airings')
        OR EXISTS (SELECT 1 FROM journal_change AS theirs
            WHERE theirs.number > base AND (theirs.kind <> 'airings' OR theirs.id = ANY (ids)))) THEN
        -- Nothing is written, so nothing need reach the disk before the answer.
        PERFORM set_config('synchronous_commit', 'off', true);
        RETURN QUERY SELECT * FROM since(base, base + most, NULL);
        RETURN;
    END IF;
    own := greatest(there, base) + 1;
    INSERT INTO journal (number, op, args, author, at_ms, kind, of_number, state)
    VALUES (own, of_op, of_args, session_user, of_at, 'do', NULL, 'done');
    INSERT INTO journal_change (number, turn, kind, id, position, from_ms, until_ms, body_before, body_after)
    SELECT own, one.turn - 1, one.kind, one.id, one.position, one.from_ms, one.until_ms, one.body_before, one.body_after
    FROM unnest(kinds, ids, positions, froms, untils, befores, afters)
        WITH ORDINALITY AS one (kind, id, position, from_ms, until_ms, body_before, body_after, turn);
    IF own > base + 1 THEN
        RETURN QUERY SELECT * FROM since(base, own, own);
    END IF;
END
$$;

-- The fields of records, as desks read them (docs/station.schema.json). path: of what they are the fields, in a record of the kind.
CREATE TABLE shape (
    kind        TEXT    NOT NULL,
    path        TEXT    NOT NULL,
    field       TEXT    NOT NULL,
    types       TEXT[]  NOT NULL,
    is_required BOOLEAN NOT NULL,
    PRIMARY KEY (kind, path, field)
);
ALTER TABLE shape ENABLE ROW LEVEL SECURITY;

INSERT INTO shape (kind, path, field, types, is_required) VALUES
    ('about', '$', 'name', '{object}', false),
    ('about', '$', 'notes', '{object}', false),
    ('channel', '$', 'id', '{string}', true),
    ('channel', '$', 'name', '{string}', true),
    ('channel', '$', 'tz', '{string}', true),
    ('channel', '$', 'day_start', '{string}', true),
    ('channel', '$', 'territory', '{"null",string}', false),
    ('channel', '$', 'rating_hours', '{object}', false),
    ('channel', '$', 'quotas', '{array}', false),
    ('channel', '$.quotas[*]', 'language', '{string}', true),
    ('channel', '$.quotas[*]', 'min_share_pct', '{number}', true),
    ('programme', '$', 'id', '{string}', true),
    ('programme', '$', 'kind', '{string}', true),
    ('programme', '$', 'title', '{object}', true),
    ('programme', '$', 'order', '{string}', false),
    ('programme', '$', 'tags', '{array}', false),
    ('programme', '$', 'max_per_day', '{"null",number}', false),
    ('programme', '$', 'synopsis', '{object}', false),
    ('programme', '$', 'partners', '{array}', false),
    ('programme', '$', 'seasons', '{array}', true),
    ('programme', '$.seasons[*]', 'id', '{string}', true),
    ('programme', '$.seasons[*]', 'number', '{number}', true),
    ('programme', '$.seasons[*]', 'title', '{object}', false),
    ('programme', '$.seasons[*]', 'occasion', '{"null",string}', false),
    ('programme', '$.seasons[*]', 'episodes', '{array}', true),
    ('programme', '$.seasons[*].episodes[*]', 'id', '{string}', true),
    ('programme', '$.seasons[*].episodes[*]', 'number', '{number}', true),
    ('programme', '$.seasons[*].episodes[*]', 'title', '{object}', false),
    ('programme', '$.seasons[*].episodes[*]', 'rating', '{"null",string}', false),
    ('programme', '$.seasons[*].episodes[*]', 'synopsis', '{object}', false),
    ('programme', '$.seasons[*].episodes[*]', 'places', '{array}', false),
    ('programme', '$.seasons[*].episodes[*]', 'quotations', '{array}', false),
    ('programme', '$.seasons[*].episodes[*]', 'versions', '{array}', true),
    ('programme', '$.seasons[*].episodes[*].versions[*]', 'id', '{string}', true),
    ('programme', '$.seasons[*].episodes[*].versions[*]', 'language', '{string}', true),
    ('programme', '$.seasons[*].episodes[*].versions[*]', 'duration_ms', '{number}', true),
    ('programme', '$.seasons[*].episodes[*].versions[*]', 'house_number', '{"null",string}', false),
    ('programme', '$.seasons[*].episodes[*].versions[*]', 'media', '{"null",string}', false),
    ('licence', '$', 'id', '{string}', true),
    ('licence', '$', 'programme', '{string}', true),
    ('licence', '$', 'season', '{"null",string}', false),
    ('licence', '$', 'channels', '{array}', false),
    ('licence', '$', 'languages', '{array}', false),
    ('licence', '$', 'from', '{string}', true),
    ('licence', '$', 'until', '{string}', true),
    ('licence', '$', 'max_runs', '{"null",number}', false),
    ('licence', '$', 'shared', '{boolean}', false),
    ('licence', '$', 'rerun_hours', '{number}', false),
    ('licence', '$', 'min_gap_hours', '{"null",number}', false),
    ('holdback', '$', 'season', '{string}', true),
    ('holdback', '$', 'first_channel', '{string}', true),
    ('holdback', '$', 'hours', '{number}', true),
    ('blackout', '$', 'channel', '{string}', true),
    ('blackout', '$', 'from', '{string}', true),
    ('blackout', '$', 'until', '{string}', true),
    ('blackout', '$', 'tags', '{array}', false),
    ('slot', '$', 'id', '{string}', true),
    ('slot', '$', 'channel', '{string}', true),
    ('slot', '$', 'days', '{array}', false),
    ('slot', '$', 'from', '{"null",string}', false),
    ('slot', '$', 'until', '{"null",string}', false),
    ('slot', '$', 'layer', '{number}', false),
    ('slot', '$', 'start', '{string}', true),
    ('slot', '$', 'length_min', '{number}', true),
    ('slot', '$', 'weight', '{number}', false),
    ('slot', '$', 'languages', '{array}', false),
    ('slot', '$', 'occasion', '{"null",string}', false),
    ('slot', '$', 'fill', '{object}', true),
    ('campaign', '$', 'id', '{string}', true),
    ('campaign', '$', 'version', '{string}', true),
    ('campaign', '$', 'channels', '{array}', true),
    ('campaign', '$', 'from', '{string}', true),
    ('campaign', '$', 'until', '{string}', true),
    ('campaign', '$', 'per_day', '{number}', true),
    ('campaign', '$', 'min_gap_min', '{number}', true),
    ('campaign', '$', 'hours', '{array}', true),
    ('campaign', '$', 'weight', '{number}', false),
    ('campaign', '$', 'occasion', '{"null",string}', false),
    ('campaign_target', '$', 'campaign', '{string}', true),
    ('campaign_target', '$', 'of', '{object}', true),
    ('filler', '$', 'version', '{string}', true),
    ('pin', '$', 'channel', '{string}', true),
    ('pin', '$', 'start', '{string}', true),
    ('pin', '$', 'version', '{string}', true),
    ('pin', '$', 'licence', '{"null",string}', false),
    ('aired', '$', 'channel', '{string}', true),
    ('aired', '$', 'start', '{string}', true),
    ('aired', '$', 'version', '{string}', true),
    ('aired', '$', 'repeat', '{boolean}', false),
    ('aired', '$', 'licence', '{"null",string}', false),
    ('occasion', '$', 'id', '{string}', true),
    ('occasion', '$', 'name', '{object}', true),
    ('occasion', '$', 'from', '{string}', true),
    ('occasion', '$', 'until', '{string}', true),
    ('occasion', '$', 'territory', '{"null",string}', false),
    ('place', '$', 'id', '{string}', true),
    ('place', '$', 'name', '{object}', true),
    ('place', '$', 'territory', '{"null",string}', false),
    ('place', '$', 'latitude_udeg', '{"null",number}', false),
    ('place', '$', 'longitude_udeg', '{"null",number}', false),
    ('quotation', '$', 'id', '{string}', true),
    ('quotation', '$', 'text', '{object}', true),
    ('quotation', '$', 'source', '{object}', true),
    ('quotation', '$.source', 'kind', '{string}', true),
    ('quotation', '$.source', 'title', '{object}', false),
    ('quotation', '$.source', 'author', '{"null",string}', false),
    ('quotation', '$.source', 'date', '{"null",string}', false),
    ('quotation', '$.source', 'place', '{"null",string}', false),
    ('quotation', '$.source', 'url', '{"null",string}', false),
    ('partner', '$', 'id', '{string}', true),
    ('partner', '$', 'name', '{object}', true),
    ('partner', '$', 'role', '{"null",string}', false),
    ('partner', '$', 'territory', '{"null",string}', false),
    ('partner', '$', 'url', '{"null",string}', false),
    ('media', '$', 'id', '{string}', true),
    ('media', '$', 'file', '{string}', true),
    ('media', '$', 'duration_ms', '{"null",number}', false),
    ('media', '$', 'sha256', '{"null",string}', false),
    ('receiver', '$', 'id', '{string}', true),
    ('receiver', '$', 'channel', '{string}', true),
    ('receiver', '$', 'titles', '{string}', true),
    ('receiver', '$', 'files', '{array}', true),
    ('receiver', '$', 'name', '{string}', false),
    ('receiver', '$', 'to', '{object}', true);

-- Whether a record has the fields that desks want, and none that they do not know.
CREATE FUNCTION is_shaped(of_kind TEXT, body TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE SET search_path = arna, pg_temp AS $$
    SELECT body IS NULL OR (
        (SELECT count(*) = count(DISTINCT key) FROM json_object_keys(body::json) AS key)
        AND NOT EXISTS (
            SELECT 1
            FROM (SELECT DISTINCT path FROM shape WHERE kind = of_kind) AS place,
                jsonb_path_query(body::jsonb, place.path::jsonpath) AS part
            WHERE jsonb_typeof(part) <> 'object'
                OR EXISTS (
                    SELECT 1 FROM shape AS want
                    WHERE want.kind = of_kind AND want.path = place.path AND want.is_required AND NOT part ? want.field)
                OR EXISTS (
                    SELECT 1 FROM jsonb_each(part) AS there
                    LEFT JOIN shape AS known
                        ON known.kind = of_kind AND known.path = place.path AND known.field = there.key
                    WHERE known.field IS NULL OR NOT jsonb_typeof(there.value) = ANY (known.types))))
$$;

-- Makes one change, where what it names is as it says.
CREATE OR REPLACE FUNCTION make(change journal_change) RETURNS VOID
LANGUAGE plpgsql SET search_path = arna, pg_temp AS $$
DECLARE
    there TEXT;
BEGIN
    IF change.kind = 'airings' THEN
        PERFORM make_airings(change);
        RETURN;
    END IF;
    IF change.position IS NULL OR change.position NOT BETWEEN 0 AND 1000000000000
        OR change.from_ms IS NOT NULL OR change.until_ms IS NOT NULL
        OR change.kind NOT IN ('about', 'channel', 'programme', 'licence', 'holdback', 'blackout', 'slot', 'campaign',
            'campaign_target', 'filler', 'pin', 'aired', 'occasion', 'place', 'quotation', 'partner', 'media', 'receiver')
        OR json_typeof(change.body_after::json) <> 'object'
        OR NOT is_shaped(change.kind, change.body_after)
        OR (change.kind IN ('pin', 'aired')
            AND NOT starts_with(change.id, (change.body_after::json ->> 'channel') || ' ')) THEN
        RAISE EXCEPTION 'no record' USING ERRCODE = 'AR002';
    END IF;
    SELECT body INTO there FROM record
    WHERE kind = change.kind AND position = change.position AND id = change.id;
    IF there IS DISTINCT FROM change.body_before
        OR change.body_before IS NULL
            AND EXISTS (SELECT 1 FROM record WHERE kind = change.kind AND position = change.position) THEN
        RAISE EXCEPTION '% % is not as it was', change.kind, change.id USING ERRCODE = 'AR003';
    END IF;
    IF change.body_after IS NULL THEN
        DELETE FROM record WHERE kind = change.kind AND position = change.position;
    ELSIF change.body_before IS NULL THEN
        INSERT INTO record (kind, position, id, body) VALUES (change.kind, change.position, change.id, change.body_after);
    ELSE
        UPDATE record SET body = change.body_after WHERE kind = change.kind AND position = change.position;
    END IF;
END
$$;

-- What whoever is let in may do with tables and functions; the row-level rules say with which rows.
CREATE FUNCTION grant_all_to(who TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = arna, pg_temp AS $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA arna TO %I', who);
    EXECUTE format('GRANT SELECT ON station, account, record, airing, journal, journal_change, revision, delivery TO %I', who);
    EXECUTE format('GRANT INSERT ON journal, journal_change, revision, delivery TO %I', who);
    EXECUTE format('GRANT EXECUTE ON FUNCTION is_known(), has_role(TEXT, TEXT), may_change(TEXT, TEXT, TEXT, TEXT), hold(),
        since(BIGINT, BIGINT, BIGINT),
        offer(BIGINT, TEXT, TEXT, BIGINT, TEXT[], TEXT[], BIGINT[], BIGINT[], BIGINT[], TEXT[], TEXT[]) TO %I', who);
END
$$;

CREATE OR REPLACE FUNCTION admit(who TEXT, verifier TEXT, may TEXT[], on_channels TEXT[]) RETURNS VOID
LANGUAGE plpgsql SET search_path = arna, pg_temp AS $$
DECLARE
    is_new BOOLEAN := NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = who);
BEGIN
    IF is_new THEN
        EXECUTE format('CREATE ROLE %I LOGIN', who);
    END IF;
    IF verifier IS NOT NULL THEN
        EXECUTE format('ALTER ROLE %I PASSWORD %L', who, verifier);
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), who);
    PERFORM grant_all_to(who);
    INSERT INTO account (login, roles, channels, is_made) VALUES (who, may, on_channels, is_new)
    ON CONFLICT (login) DO UPDATE SET roles = may, channels = on_channels;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA arna FROM PUBLIC;

-- Whoever was let in before.
SELECT grant_all_to(login) FROM account WHERE login <> session_user;
