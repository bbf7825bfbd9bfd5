-- Where asking a platform went to last time

CREATE TABLE SourceState (
    Source     NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    TrackHash  BINARY(32)    NOT NULL,
    CursorMark NVARCHAR(MAX) NOT NULL,
    DueAt      BIGINT        NOT NULL,
    Failures   INT           NOT NULL,
    CONSTRAINT SourceState_Key PRIMARY KEY (Source, TrackHash)
);
