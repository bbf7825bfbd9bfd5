-- The frontier by host: a host belongs to one crawling process at a time, and its pages are served by priority, then age.

CREATE TABLE CrawlHost (
    Host        TEXT    NOT NULL PRIMARY KEY,
    Owner       TEXT    NOT NULL,
    LeasedUntil INTEGER NOT NULL,
    NextAt      INTEGER NOT NULL,
    DelayMs     INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX CrawlHost_Owner ON CrawlHost (Owner) WHERE Owner <> '';

-- The pages of a source on one host
CREATE TABLE CrawlQueue (
    Id      INTEGER NOT NULL PRIMARY KEY,
    Source  TEXT    NOT NULL,
    Host    TEXT    NOT NULL REFERENCES CrawlHost (Host),
    Targets INTEGER NOT NULL,
    TakenAt INTEGER NOT NULL,
    UNIQUE (Source, Host)
);

-- A row exists while the source is paused
CREATE TABLE CrawlPause (
    Source   TEXT    NOT NULL PRIMARY KEY,
    PausedAt INTEGER NOT NULL,
    PausedBy TEXT    NOT NULL
) WITHOUT ROWID;

-- What the visible text of a page was like when it was last stored
CREATE TABLE CrawlPage (
    TargetId INTEGER NOT NULL PRIMARY KEY REFERENCES CrawlTarget (Id),
    QueueId  INTEGER NOT NULL REFERENCES CrawlQueue (Id),
    TextHash INTEGER NOT NULL,
    SimHash  INTEGER NOT NULL,
    Band0    INTEGER NOT NULL,
    Band1    INTEGER NOT NULL,
    Band2    INTEGER NOT NULL,
    Band3    INTEGER NOT NULL
);
CREATE INDEX CrawlPage_Text ON CrawlPage (QueueId, TextHash);
CREATE INDEX CrawlPage_Band0 ON CrawlPage (QueueId, Band0);
CREATE INDEX CrawlPage_Band1 ON CrawlPage (QueueId, Band1);
CREATE INDEX CrawlPage_Band2 ON CrawlPage (QueueId, Band2);
CREATE INDEX CrawlPage_Band3 ON CrawlPage (QueueId, Band3);

-- Authors and seller pages that an alert was raised on, as hashes
CREATE TABLE CrawlSuspect (
    Source TEXT NOT NULL,
    Mark   BLOB NOT NULL,
    PRIMARY KEY (Source, Mark)
) WITHOUT ROWID;

ALTER TABLE CrawlTarget ADD COLUMN QueueId INTEGER NULL REFERENCES CrawlQueue (Id);
ALTER TABLE CrawlTarget ADD COLUMN Priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE CrawlTarget ADD COLUMN IntervalMs INTEGER NOT NULL DEFAULT 0;

INSERT INTO CrawlHost (Host, Owner, LeasedUntil, NextAt, DelayMs)
SELECT DISTINCT lower(substr(h, 1, instr(h || ':', ':') - 1)), '', 0, 0, 0
FROM (SELECT substr(r, 1, instr(replace(r, '?', '/') || '/', '/') - 1) AS h FROM (SELECT substr(Url, instr(Url, '://') + 3) AS r FROM CrawlTarget));

INSERT INTO CrawlQueue (Source, Host, Targets, TakenAt)
SELECT Source, lower(substr(h, 1, instr(h || ':', ':') - 1)), COUNT(*), 0
FROM (SELECT Source, substr(r, 1, instr(replace(r, '?', '/') || '/', '/') - 1) AS h FROM (SELECT Source, substr(Url, instr(Url, '://') + 3) AS r FROM CrawlTarget))
GROUP BY 1, 2;

UPDATE CrawlTarget SET QueueId = (
    SELECT q.Id FROM CrawlQueue q
    WHERE q.Source = CrawlTarget.Source
      AND q.Host = lower(substr(substr(Url, instr(Url, '://') + 3), 1, instr(replace(replace(substr(Url, instr(Url, '://') + 3), '?', '/'), ':', '/') || '/', '/') - 1)));

CREATE INDEX CrawlTarget_Queue ON CrawlTarget (QueueId, Priority, DueAt) WHERE DueAt IS NOT NULL;
