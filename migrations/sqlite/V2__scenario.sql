-- Plans B: named copies of a range of the schedule, kept beside it until they are swapped in or forgotten. The journal does not
-- tell of them; what swapping one in changes it does. text holds the airings and pins of the range as the station's document
-- writes them.
CREATE TABLE scenario (
    name      TEXT   NOT NULL PRIMARY KEY,
    from_date TEXT   NOT NULL,
    days      BIGINT NOT NULL,
    made_ms   BIGINT NOT NULL,
    text      TEXT   NOT NULL
);
