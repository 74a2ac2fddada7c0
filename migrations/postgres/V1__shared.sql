-- What a station on a server has besides the tables of the file. Here it is decided who may write what: the program that asks is
-- believed nothing. Whoever has an account reads; writes are one row of journal with its rows of journal_change, or one of
-- revision or delivery. What an entry changes is done by the database itself, as the transaction ends, where everything that the
-- entry names is as it says. All of this runs in the schema arna, as its owner.

-- form: of all tables here. last: the number of the last entry. writer: the transaction that wrote it; is_open: while that may
-- still add what the entry changes.
CREATE TABLE station (
    one     BIGINT  NOT NULL PRIMARY KEY CHECK (one = 1),
    form    BIGINT  NOT NULL,
    last    BIGINT  NOT NULL,
    writer  TEXT    NOT NULL,
    is_open BOOLEAN NOT NULL
);

-- Who may what. channels: those of a planner or publisher; none named: all.
CREATE TABLE account (
    login    TEXT    NOT NULL PRIMARY KEY,
    roles    TEXT[]  NOT NULL CHECK (roles <@ ARRAY['viewer', 'planner', 'editor', 'publisher']),
    channels TEXT[],
    is_made  BOOLEAN NOT NULL
);

-- Whether whoever is signed in has an account here.
CREATE FUNCTION is_known() RETURNS BOOLEAN
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = arna, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM account WHERE login = session_user)
$$;

-- Whether whoever is signed in has a role; of a channel, where one is named.
CREATE FUNCTION has_role(wanted TEXT, channel TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = arna, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM account
        WHERE login = session_user AND wanted = ANY (roles)
          AND (channel IS NULL OR channels IS NULL OR channel = ANY (channels)))
$$;

-- Whether whoever is signed in may make a change: a planner decides what airs on his channels, an editor everything else.
CREATE FUNCTION may_change(kind TEXT, id TEXT, body_before TEXT, body_after TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = arna, pg_temp AS $$
DECLARE
    named TEXT[];
BEGIN
    IF kind = 'airings' THEN
        RETURN has_role('planner', id);
    ELSIF kind IN ('pin', 'aired') THEN
        named := array_remove(ARRAY[body_before::json ->> 'channel', body_after::json ->> 'channel'], NULL);
        RETURN cardinality(named) > 0 AND (SELECT bool_and(has_role('planner', one)) FROM unnest(named) AS one);
    END IF;
    RETURN has_role('editor', NULL);
END
$$;

-- The airings of a channel that a list of them names, as rows; refused where a desk could not read it.
CREATE FUNCTION listed(of_channel TEXT, from_ms BIGINT, until_ms BIGINT, body TEXT) RETURNS SETOF airing
LANGUAGE plpgsql STABLE SET search_path = arna, pg_temp AS $$
DECLARE
    one    JSON;
    row    airing;
    before BIGINT;
    moment CONSTANT TEXT := '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$';
BEGIN
    FOR one IN SELECT value FROM json_array_elements(coalesce(body, '[]')::json) LOOP
        IF (one ->> 'start' ~ moment AND one ->> 'end' ~ moment AND one ->> 'date' ~ '^\d{4}-\d\d-\d\d$'
            AND one ->> 'channel' = of_channel
            AND one ->> 'origin' IN ('pin', 'sequel', 'repeat', 'pool', 'promo', 'filler', 'hold')) IS NOT TRUE
            OR EXISTS (SELECT 1 FROM json_object_keys(one) AS key WHERE key NOT IN ('channel', 'date', 'start', 'end',
                'version', 'title', 'language', 'licence', 'slot', 'origin')) THEN
            RAISE EXCEPTION 'no airing of %', of_channel USING ERRCODE = 'AR002';
        END IF;
        row.channel := of_channel;
        row.start_ms := extract(epoch FROM (one ->> 'start')::timestamptz) * 1000;
        row.end_ms := extract(epoch FROM (one ->> 'end')::timestamptz) * 1000;
        row.date := one ->> 'date';
        row.version := one ->> 'version';
        row.title := one ->> 'title';
        row.language := one ->> 'language';
        row.licence := one ->> 'licence';
        row.slot := one ->> 'slot';
        row.origin := one ->> 'origin';
        -- What starts together is told apart by its turn, so the list is to be in order.
        row.turn := CASE WHEN row.start_ms = before THEN row.turn + 1 ELSE 0 END;
        IF row.start_ms < before OR row.start_ms < from_ms OR row.start_ms >= until_ms
            OR row.start_ms < -2208988800000 OR row.end_ms > 7258118400000 THEN
            RAISE EXCEPTION 'an airing of % out of its place', of_channel USING ERRCODE = 'AR002';
        END IF;
        before := row.start_ms;
        RETURN NEXT row;
    END LOOP;
END
$$;

-- An entry comes: the next one, of whoever is signed in. Who comes second waits here for the first to end, and is refused.
CREATE FUNCTION entry_comes() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = arna, pg_temp AS $$
BEGIN
    UPDATE station SET last = NEW.number, writer = pg_current_xact_id()::text, is_open = true
    WHERE last = NEW.number - 1 AND writer <> pg_current_xact_id()::text;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'entry % is not the next', NEW.number USING ERRCODE = 'AR001';
    END IF;
    IF NEW.kind <> 'do' OR NEW.of_number IS NOT NULL OR NEW.state <> 'done'
        OR NEW.op !~ '^[a-z_]{1,64}$' OR json_typeof(NEW.args::json) <> 'object' THEN
        RAISE EXCEPTION 'no entry of a desk' USING ERRCODE = 'AR002';
    END IF;
    NEW.author := session_user;
    UPDATE journal SET state = 'dropped' WHERE kind = 'do' AND state = 'undone';
    RETURN NEW;
END
$$;

-- Lets others wait until the transaction ends, for whoever was too slow to be the next.
CREATE FUNCTION hold() RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = arna, pg_temp AS $$
BEGIN
    IF NOT (has_role('planner', NULL) OR has_role('editor', NULL)) THEN
        RAISE EXCEPTION 'nothing to wait for' USING ERRCODE = '42501';
    END IF;
    PERFORM 1 FROM station FOR UPDATE;
END
$$;

-- What an entry changes comes with it, in the same transaction.
CREATE FUNCTION change_comes() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = arna, pg_temp AS $$
BEGIN
    PERFORM 1 FROM station
    WHERE last = NEW.number AND writer = pg_current_xact_id()::text AND is_open;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'entry % is done', NEW.number USING ERRCODE = 'AR002';
    END IF;
    RETURN NEW;
END
$$;

-- Makes one change, where what it names is as it says.
CREATE FUNCTION make(change journal_change) RETURNS VOID
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

CREATE FUNCTION make_airings(change journal_change) RETURNS VOID
LANGUAGE plpgsql SET search_path = arna, pg_temp AS $$
DECLARE
    was airing[];
BEGIN
    IF change.from_ms IS NULL OR change.until_ms IS NULL OR change.position IS NOT NULL THEN
        RAISE EXCEPTION 'no place of airings' USING ERRCODE = 'AR002';
    END IF;
    SELECT array_agg(one ORDER BY one.start_ms, one.turn) INTO was FROM airing AS one
    WHERE channel = change.id AND start_ms >= change.from_ms AND start_ms < change.until_ms;
    IF was IS DISTINCT FROM (
        SELECT array_agg(one ORDER BY one.start_ms, one.turn)
        FROM listed(change.id, change.from_ms, change.until_ms, change.body_before) AS one) THEN
        RAISE EXCEPTION '% is not as it was', change.id USING ERRCODE = 'AR003';
    END IF;
    DELETE FROM airing WHERE channel = change.id AND start_ms >= change.from_ms AND start_ms < change.until_ms;
    INSERT INTO airing SELECT * FROM listed(change.id, change.from_ms, change.until_ms, change.body_after);
END
$$;

-- An entry ends as its transaction does: what it changes is done in its order, and every desk is told.
CREATE FUNCTION entry_ends() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = arna, pg_temp AS $$
DECLARE
    change journal_change;
    due    BIGINT := 0;
BEGIN
    FOR change IN SELECT * FROM journal_change WHERE number = NEW.number ORDER BY turn LOOP
        IF change.turn <> due THEN
            RAISE EXCEPTION 'turn % is missing', due USING ERRCODE = 'AR002';
        END IF;
        due := due + 1;
        PERFORM make(change);
    END LOOP;
    UPDATE station SET is_open = false;
    PERFORM pg_notify('arna', NEW.number::text);
    RETURN NULL;
END
$$;

-- A revision comes: the channel's next, of whoever is signed in, with the hashes that it is to have.
CREATE FUNCTION revision_comes() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = arna, pg_temp AS $$
DECLARE
    prior revision;
    link  TEXT;
BEGIN
    PERFORM 1 FROM station FOR UPDATE;
    SELECT * INTO prior FROM revision WHERE channel = NEW.channel ORDER BY number DESC LIMIT 1;
    IF NEW.number <> coalesce(prior.number, 0) + 1 OR NEW.previous <> coalesce(prior.sha256, '') THEN
        RAISE EXCEPTION 'revision % of % is not the next', NEW.number, NEW.channel USING ERRCODE = 'AR004';
    END IF;
    link := '[' || concat_ws(',', '"arna-revision/1"', to_json(NEW.channel), NEW.number, to_json(NEW.from_date), NEW.days,
        to_json(NEW.author), NEW.at_ms, to_json(NEW.content_sha256), to_json(NEW.previous)) || ']';
    IF NEW.content_sha256 <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')
        OR NEW.sha256 <> encode(sha256(convert_to(link, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'a hash of revision % of % is another', NEW.number, NEW.channel USING ERRCODE = 'AR002';
    END IF;
    PERFORM pg_notify('arna', 'revision');
    RETURN NEW;
END
$$;

-- What was handed out is numbered here.
CREATE FUNCTION delivery_comes() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = arna, pg_temp AS $$
BEGIN
    PERFORM 1 FROM station FOR UPDATE;
    NEW.number := (SELECT coalesce(max(number), 0) + 1 FROM delivery);
    PERFORM pg_notify('arna', 'revision');
    RETURN NEW;
END
$$;

CREATE FUNCTION only_grows() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'AR002';
END
$$;

CREATE TRIGGER entry_comes BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION entry_comes();
CREATE CONSTRAINT TRIGGER entry_ends AFTER INSERT ON journal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_ends();
CREATE TRIGGER change_comes BEFORE INSERT ON journal_change FOR EACH ROW EXECUTE FUNCTION change_comes();
CREATE TRIGGER revision_comes BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION revision_comes();
CREATE TRIGGER delivery_comes BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION delivery_comes();

CREATE TRIGGER journal_only_grows BEFORE DELETE OR TRUNCATE ON journal EXECUTE FUNCTION only_grows();
CREATE TRIGGER journal_change_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_change EXECUTE FUNCTION only_grows();
CREATE TRIGGER revision_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON revision EXECUTE FUNCTION only_grows();
CREATE TRIGGER delivery_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery EXECUTE FUNCTION only_grows();

-- What each may see and add, row by row. Nobody may change or take out a row; what an entry changes, its triggers do.
ALTER TABLE station        ENABLE ROW LEVEL SECURITY;
ALTER TABLE account        ENABLE ROW LEVEL SECURITY;
ALTER TABLE record         ENABLE ROW LEVEL SECURITY;
ALTER TABLE airing         ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal        ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE revision       ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery       ENABLE ROW LEVEL SECURITY;
-- Proposals and plans B are each desk's own.
ALTER TABLE proposal       ENABLE ROW LEVEL SECURITY;
ALTER TABLE scenario       ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON station        FOR SELECT USING ((SELECT is_known()));
CREATE POLICY seen ON account        FOR SELECT USING ((SELECT is_known()));
CREATE POLICY seen ON record         FOR SELECT USING ((SELECT is_known()));
CREATE POLICY seen ON airing         FOR SELECT USING ((SELECT is_known()));
CREATE POLICY seen ON journal        FOR SELECT USING ((SELECT is_known()));
CREATE POLICY seen ON journal_change FOR SELECT USING ((SELECT is_known()));
CREATE POLICY seen ON revision       FOR SELECT USING ((SELECT is_known()));
CREATE POLICY seen ON delivery       FOR SELECT USING ((SELECT is_known()));

CREATE POLICY written ON journal FOR INSERT
    WITH CHECK (author = session_user AND (has_role('planner', NULL) OR has_role('editor', NULL)));
CREATE POLICY written ON journal_change FOR INSERT WITH CHECK (may_change(kind, id, body_before, body_after));
CREATE POLICY published ON revision FOR INSERT WITH CHECK (author = session_user AND has_role('publisher', channel));
CREATE POLICY published ON delivery FOR INSERT WITH CHECK (author = session_user AND has_role('publisher', channel));

-- Lets somebody in, or says anew what he may. Its caller must be allowed to make logins; a password comes as what the server keeps
-- of it, never as itself.
CREATE FUNCTION admit(who TEXT, verifier TEXT, may TEXT[], on_channels TEXT[]) RETURNS VOID
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
    EXECUTE format('GRANT USAGE ON SCHEMA arna TO %I', who);
    EXECUTE format('GRANT SELECT ON station, account, record, airing, journal, journal_change, revision, delivery TO %I', who);
    EXECUTE format('GRANT INSERT ON journal, journal_change, revision, delivery TO %I', who);
    EXECUTE format('GRANT EXECUTE ON FUNCTION is_known(), has_role(TEXT, TEXT), may_change(TEXT, TEXT, TEXT, TEXT), hold() TO %I',
        who);
    INSERT INTO account (login, roles, channels, is_made) VALUES (who, may, on_channels, is_new)
    ON CONFLICT (login) DO UPDATE SET roles = may, channels = on_channels;
END
$$;

-- Lets nobody of this name in any more. A login that was made here is taken away, unless it has rights elsewhere.
CREATE FUNCTION dismiss(who TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql SET search_path = arna, pg_temp AS $$
DECLARE
    was account;
BEGIN
    DELETE FROM account WHERE login = who RETURNING * INTO was;
    IF was.login IS NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA arna FROM %I', who);
    EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA arna FROM %I', who);
    EXECUTE format('REVOKE ALL ON SCHEMA arna FROM %I', who);
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM %I', current_database(), who);
    IF was.is_made THEN
        BEGIN
            EXECUTE format('DROP ROLE %I', who);
        EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN
            NULL;
        END;
    END IF;
    RETURN true;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA arna FROM PUBLIC;
DO $$
BEGIN
    EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;
