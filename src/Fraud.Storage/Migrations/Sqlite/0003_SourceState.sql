-- Where asking a platform went to last time

CREATE TABLE SourceState (
    Source     TEXT    NOT NULL,
    TrackHash  BLOB    NOT NULL,
    CursorMark TEXT    NOT NULL,
    DueAt      INTEGER NOT NULL,
    Failures   INTEGER NOT NULL,
    PRIMARY KEY (Source, TrackHash)
) WITHOUT ROWID;
