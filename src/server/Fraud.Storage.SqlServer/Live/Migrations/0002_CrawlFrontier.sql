-- The frontier by host: a host belongs to one crawling process at a time, and its pages are served by priority, then age.

CREATE TABLE CrawlHost (
    Host        NVARCHAR(300) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT CrawlHost_Key PRIMARY KEY,
    Owner       NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    LeasedUntil BIGINT NOT NULL,
    NextAt      BIGINT NOT NULL,
    DelayMs     BIGINT NOT NULL
);
CREATE INDEX CrawlHost_Owner ON CrawlHost (Owner) WHERE Owner <> N'';

-- The pages of a source on one host
CREATE TABLE CrawlQueue (
    Id      BIGINT        NOT NULL IDENTITY CONSTRAINT CrawlQueue_Id PRIMARY KEY,
    Source  NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Host    NVARCHAR(300) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT CrawlQueue_Host REFERENCES CrawlHost (Host),
    Targets BIGINT        NOT NULL,
    TakenAt BIGINT        NOT NULL,
    CONSTRAINT CrawlQueue_Key UNIQUE (Source, Host)
);

-- A row exists while the source is paused
CREATE TABLE CrawlPause (
    Source   NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT CrawlPause_Key PRIMARY KEY,
    PausedAt BIGINT        NOT NULL,
    PausedBy NVARCHAR(200) NOT NULL
);

-- What the visible text of a page was like when it was last stored
CREATE TABLE CrawlPage (
    TargetId BIGINT NOT NULL CONSTRAINT CrawlPage_Key PRIMARY KEY CONSTRAINT CrawlPage_Target REFERENCES CrawlTarget (Id),
    QueueId  BIGINT NOT NULL CONSTRAINT CrawlPage_Queue REFERENCES CrawlQueue (Id),
    TextHash BIGINT NOT NULL,
    SimHash  BIGINT NOT NULL,
    Band0    INT    NOT NULL,
    Band1    INT    NOT NULL,
    Band2    INT    NOT NULL,
    Band3    INT    NOT NULL
);
CREATE INDEX CrawlPage_Text ON CrawlPage (QueueId, TextHash);
CREATE INDEX CrawlPage_Band0 ON CrawlPage (QueueId, Band0);
CREATE INDEX CrawlPage_Band1 ON CrawlPage (QueueId, Band1);
CREATE INDEX CrawlPage_Band2 ON CrawlPage (QueueId, Band2);
CREATE INDEX CrawlPage_Band3 ON CrawlPage (QueueId, Band3);

-- Authors and seller pages that an alert was raised on, as hashes
CREATE TABLE CrawlSuspect (
    Source NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Mark   BINARY(32)    NOT NULL,
    CONSTRAINT CrawlSuspect_Key PRIMARY KEY (Source, Mark)
);

ALTER TABLE CrawlTarget ADD
    QueueId    BIGINT NULL CONSTRAINT CrawlTarget_QueueKey REFERENCES CrawlQueue (Id),
    Priority   INT    NOT NULL CONSTRAINT CrawlTarget_Priority DEFAULT 0,
    IntervalMs BIGINT NOT NULL CONSTRAINT CrawlTarget_Interval DEFAULT 0;

-- Sent as text of their own, since a batch is compiled before the columns above exist
EXEC(N'
SELECT t.Id, t.Source, LOWER(SUBSTRING(r.Rest, 1, PATINDEX(N''%[/?:]%'', r.Rest + N''/'') - 1)) COLLATE Latin1_General_100_BIN2 AS Host
INTO #Hosts
FROM CrawlTarget t CROSS APPLY (SELECT SUBSTRING(t.Url, CHARINDEX(N''://'', t.Url) + 3, 300) AS Rest) r;
INSERT INTO CrawlHost (Host, Owner, LeasedUntil, NextAt, DelayMs) SELECT DISTINCT Host, N'''', 0, 0, 0 FROM #Hosts;
INSERT INTO CrawlQueue (Source, Host, Targets, TakenAt) SELECT Source, Host, COUNT(*), 0 FROM #Hosts GROUP BY Source, Host;
UPDATE t SET QueueId = q.Id FROM CrawlTarget t JOIN #Hosts h ON h.Id = t.Id JOIN CrawlQueue q ON q.Source = h.Source AND q.Host = h.Host;
CREATE INDEX CrawlTarget_Queue ON CrawlTarget (QueueId, Priority, DueAt) WHERE DueAt IS NOT NULL;
');
