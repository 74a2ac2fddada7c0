//! Having a server make ready, as somebody signs in, what an entry will want of it.
//!
//! A server makes the plans of a connection when they are wanted first, which takes several times as long as an entry itself. Where a
//! connection is opened beside it goes once through what most entries go through, and takes it back: whoever does something first
//! waits no longer than later.

use super::line::Line;

/// An entry that comes late is refused; then an airing comes and goes where none is, and a record stays what it is, so far as whoever
/// signed in may change either. Where others hold the station, or all of it takes long, it is left.
const REHEARSAL: &str = r#"
    BEGIN;
    SET LOCAL lock_timeout = '100ms';
    SET LOCAL statement_timeout = '1s';
    SELECT late.number FROM station,
        LATERAL offer(last - 1, 'rehearsal', '{}', 0, '{record}', '{}', '{}', '{}', '{}', '{}', '{}') AS late
    WHERE has_role('planner', NULL) OR has_role('editor', NULL);
    WITH own AS (
        SELECT id, format('[{"channel":%s,"date":"1900-01-01","start":"1900-01-01T00:00:00Z","end":"1900-01-01T00:00:01Z",'
                          '"origin":"hold"}]', to_json(id)) AS airing
        FROM record WHERE kind = 'channel' AND has_role('planner', id) LIMIT 1
    ), part AS (
        SELECT 'airings' AS kind, id, NULL::BIGINT AS position, from_ms, from_ms + 1 AS until_ms, before, after
        FROM own, (VALUES (-2208988800000)) AS first (from_ms),
            LATERAL (VALUES ('[]', airing), (airing, '[]')) AS turn (before, after)
        UNION ALL (
            SELECT kind, id, position, NULL, NULL, body, body FROM record
            WHERE kind NOT IN ('pin', 'aired') AND has_role('editor', NULL) LIMIT 1)
    ), whole AS (
        SELECT array_agg(kind) AS kinds, array_agg(id) AS ids, array_agg(position) AS positions, array_agg(from_ms) AS froms,
            array_agg(until_ms) AS untils, array_agg(before) AS befores, array_agg(after) AS afters
        FROM part
    )
    SELECT offered.number FROM station, whole,
        LATERAL offer(last, 'rehearsal', '{}', 0, kinds, ids, positions, froms, untils, befores, afters) AS offered
    WHERE kinds IS NOT NULL;
    SET CONSTRAINTS ALL IMMEDIATE;
    ROLLBACK;
"#;

/// Goes through an entry of which nothing comes and nobody is told. That the server would not is no harm; that it is gone whoever asks
/// next is told.
pub(super) fn rehearse(line: &Line) {
    let _ = line.ask(|client| async move {
        if client.batch_execute(REHEARSAL).await.is_err() {
            client.batch_execute("ROLLBACK").await?;
        }
        Ok(())
    });
}
