-- Times are milliseconds since 1970, UTC. Text is UTF-8. "Sealed" columns are encrypted; every other column is free of secrets.

CREATE TABLE CrawlTarget (
    Id           INTEGER NOT NULL PRIMARY KEY,
    Source       TEXT    NOT NULL,
    UrlHash      BLOB    NOT NULL,
    Url          TEXT    NOT NULL,
    SealedUrl    BLOB    NULL,
    Depth        INTEGER NOT NULL,
    ETag         TEXT    NOT NULL,
    LastModified TEXT    NOT NULL,
    Failures     INTEGER NOT NULL,
    DueAt        INTEGER NULL,
    AddedAt      INTEGER NOT NULL,
    UNIQUE (Source, UrlHash)
);
CREATE INDEX CrawlTarget_Due ON CrawlTarget (Source, DueAt) WHERE DueAt IS NOT NULL;

CREATE TABLE CrawlAttempt (
    Id          INTEGER NOT NULL PRIMARY KEY,
    TargetId    INTEGER NOT NULL REFERENCES CrawlTarget (Id),
    Source      TEXT    NOT NULL,
    AttemptedAt INTEGER NOT NULL,
    Outcome     TEXT    NOT NULL,
    Detail      TEXT    NOT NULL,
    Failed      INTEGER NOT NULL,
    NewPosts    INTEGER NOT NULL
);
CREATE INDEX CrawlAttempt_Source ON CrawlAttempt (Source, Failed, AttemptedAt);
CREATE INDEX CrawlAttempt_Age ON CrawlAttempt (AttemptedAt);
CREATE INDEX CrawlAttempt_Target ON CrawlAttempt (TargetId);

CREATE TABLE SourceTally (
    Source        TEXT    NOT NULL PRIMARY KEY,
    Targets       INTEGER NOT NULL,
    Posts         INTEGER NOT NULL,
    Alerts        INTEGER NOT NULL,
    LastSuccessAt INTEGER NULL
) WITHOUT ROWID;

CREATE TABLE Evidence (
    Id       INTEGER NOT NULL PRIMARY KEY,
    Sha256   TEXT    NOT NULL UNIQUE,
    Bytes    INTEGER NOT NULL,
    FrozenAt INTEGER NOT NULL,
    PurgedAt INTEGER NULL
);
CREATE INDEX Evidence_Age ON Evidence (FrozenAt) WHERE PurgedAt IS NULL;

CREATE TABLE EvidenceBody (
    EvidenceId INTEGER NOT NULL PRIMARY KEY REFERENCES Evidence (Id),
    Sealed     BLOB    NOT NULL
);

CREATE TABLE Capture (
    Id          INTEGER NOT NULL PRIMARY KEY,
    EvidenceId  INTEGER NOT NULL REFERENCES Evidence (Id),
    Source      TEXT    NOT NULL,
    Url         TEXT    NOT NULL,
    SealedHead  BLOB    NOT NULL,
    FetchedAt   INTEGER NOT NULL,
    Status      INTEGER NOT NULL,
    ContentType TEXT    NOT NULL
);
CREATE INDEX Capture_Evidence ON Capture (EvidenceId);

CREATE TABLE Post (
    Id         INTEGER NOT NULL PRIMARY KEY,
    DedupeHash BLOB    NOT NULL UNIQUE,
    Source     TEXT    NOT NULL,
    NativeId   TEXT    NOT NULL,
    Url        TEXT    NOT NULL,
    Title      TEXT    NOT NULL,
    Text       TEXT    NOT NULL,
    Author     TEXT    NOT NULL,
    Language   TEXT    NOT NULL,
    Listing    TEXT    NULL,
    Links      TEXT    NULL,
    PostedAt   INTEGER NULL,
    FetchedAt  INTEGER NOT NULL,
    StoredAt   INTEGER NOT NULL,
    CaptureId  INTEGER NULL REFERENCES Capture (Id)
);
CREATE INDEX Post_Capture ON Post (CaptureId) WHERE CaptureId IS NOT NULL;

CREATE TABLE PostClear (
    PostId   INTEGER NOT NULL PRIMARY KEY REFERENCES Post (Id),
    StoredAt INTEGER NOT NULL,
    Sealed   BLOB    NOT NULL
);
CREATE INDEX PostClear_Age ON PostClear (StoredAt);

-- The model and policy that DetectQueue is for; another pair refills it
CREATE TABLE DetectState (
    Id     INTEGER NOT NULL PRIMARY KEY CHECK (Id = 1),
    Model  TEXT    NOT NULL,
    Policy TEXT    NOT NULL
);

CREATE TABLE DetectQueue (
    PostId INTEGER NOT NULL PRIMARY KEY REFERENCES Post (Id),
    DueAt  INTEGER NOT NULL
);

CREATE TABLE Assessment (
    Id         INTEGER NOT NULL PRIMARY KEY,
    PostId     INTEGER NOT NULL REFERENCES Post (Id),
    Model      TEXT    NOT NULL,
    Policy     TEXT    NOT NULL,
    Verdict    INTEGER NOT NULL,
    Label      INTEGER NOT NULL,
    Score      REAL    NOT NULL,
    Json       TEXT    NOT NULL,
    AssessedAt INTEGER NOT NULL,
    UNIQUE (PostId, Model, Policy)
);

CREATE TABLE Outbox (
    Id           INTEGER NOT NULL PRIMARY KEY,
    PostId       INTEGER NOT NULL REFERENCES Post (Id),
    AssessmentId INTEGER NOT NULL UNIQUE REFERENCES Assessment (Id),
    Verdict      INTEGER NOT NULL,
    QueuedAt     INTEGER NOT NULL,
    DueAt        INTEGER NOT NULL,
    Attempts     INTEGER NOT NULL,
    PushedAt     INTEGER NULL
);
CREATE INDEX Outbox_Waiting ON Outbox (DueAt, Id) WHERE PushedAt IS NULL;
CREATE INDEX Outbox_Post ON Outbox (PostId, Verdict);

CREATE TABLE Campaign (
    Id         INTEGER NOT NULL PRIMARY KEY,
    OpenedAt   INTEGER NOT NULL,
    Cases      INTEGER NOT NULL,
    MergedInto INTEGER NULL REFERENCES Campaign (Id)
);

CREATE TABLE ReviewCase (
    Id              INTEGER NOT NULL PRIMARY KEY,
    PostId          INTEGER NOT NULL UNIQUE REFERENCES Post (Id),
    AssessmentId    INTEGER NOT NULL REFERENCES Assessment (Id),
    State           INTEGER NOT NULL,
    Verdict         INTEGER NOT NULL,
    Label           INTEGER NOT NULL,
    Score           REAL    NOT NULL,
    Rank            REAL    NOT NULL,
    Parts           TEXT    NOT NULL,
    Source          TEXT    NOT NULL,
    Language        TEXT    NOT NULL,
    Excerpt         TEXT    NOT NULL,
    OpenedAt        INTEGER NOT NULL,
    PostedAt        INTEGER NULL,
    Holder          TEXT    NOT NULL,
    HeldUntil       INTEGER NOT NULL,
    Fence           INTEGER NOT NULL,
    CampaignId      INTEGER NULL REFERENCES Campaign (Id),
    DecidedAt       INTEGER NULL,
    DecidedSequence INTEGER NULL
);
CREATE INDEX ReviewCase_Rank ON ReviewCase (State, Rank DESC, Id);
CREATE INDEX ReviewCase_Label ON ReviewCase (State, Label, Rank DESC, Id);
CREATE INDEX ReviewCase_Source ON ReviewCase (State, Source, Rank DESC, Id);
CREATE INDEX ReviewCase_Language ON ReviewCase (State, Language, Rank DESC, Id);
CREATE INDEX ReviewCase_Age ON ReviewCase (State, OpenedAt);
CREATE INDEX ReviewCase_Decided ON ReviewCase (State, DecidedAt, Id) WHERE DecidedAt IS NOT NULL;
CREATE INDEX ReviewCase_Campaign ON ReviewCase (CampaignId, State, Rank DESC, Id) WHERE CampaignId IS NOT NULL;
CREATE INDEX ReviewCase_Holder ON ReviewCase (Holder) WHERE Holder <> '';

-- Number of cases by what the queue is filtered by, kept with every change, so that no page counts a million rows
CREATE TABLE CaseTally (
    State    INTEGER NOT NULL,
    Label    INTEGER NOT NULL,
    Source   TEXT    NOT NULL,
    Language TEXT    NOT NULL,
    Cases    INTEGER NOT NULL,
    PRIMARY KEY (State, Label, Source, Language)
) WITHOUT ROWID;

CREATE TABLE CaseKey (
    Fingerprint TEXT    NOT NULL PRIMARY KEY,
    CaseId      INTEGER NOT NULL REFERENCES ReviewCase (Id)
) WITHOUT ROWID;

CREATE TABLE CaseContact (
    Fingerprint TEXT    NOT NULL,
    CaseId      INTEGER NOT NULL REFERENCES ReviewCase (Id),
    PRIMARY KEY (Fingerprint, CaseId)
) WITHOUT ROWID;

CREATE TABLE CaseSignature (
    CaseId    INTEGER NOT NULL PRIMARY KEY REFERENCES ReviewCase (Id),
    Signature BLOB    NOT NULL
);

CREATE TABLE CaseBand (
    Band   INTEGER NOT NULL,
    CaseId INTEGER NOT NULL REFERENCES ReviewCase (Id),
    PRIMARY KEY (Band, CaseId)
) WITHOUT ROWID;

CREATE TABLE CaseSighting (
    Id     INTEGER NOT NULL PRIMARY KEY,
    CaseId INTEGER NOT NULL REFERENCES ReviewCase (Id),
    PostId INTEGER NOT NULL UNIQUE REFERENCES Post (Id),
    SeenAt INTEGER NOT NULL
);
CREATE INDEX CaseSighting_Case ON CaseSighting (CaseId);

-- What became of a post, for retention: the state of its case or of the case it is a sighting of
CREATE VIEW PostFate AS
SELECT p.Id AS PostId, p.StoredAt, p.CaptureId, c.State, c.DecidedAt,
    CASE WHEN EXISTS (SELECT 1 FROM DetectQueue q WHERE q.PostId = p.Id)
           OR EXISTS (SELECT 1 FROM Outbox o WHERE o.PostId = p.Id AND o.PushedAt IS NULL) THEN 1 ELSE 0 END AS Waiting
FROM Post p
LEFT JOIN ReviewCase own ON own.PostId = p.Id
LEFT JOIN CaseSighting s ON s.PostId = p.Id
LEFT JOIN ReviewCase c ON c.Id = COALESCE(own.Id, s.CaseId);

CREATE VIRTUAL TABLE CaseText USING fts5 (Text, content = '', tokenize = 'trigram');

CREATE TABLE CaseEvent (
    Sequence   INTEGER NOT NULL PRIMARY KEY,
    CaseId     INTEGER NOT NULL,
    Kind       TEXT    NOT NULL,
    Actor      TEXT    NOT NULL,
    HappenedAt INTEGER NOT NULL,
    Decision   TEXT    NOT NULL,
    Reason     TEXT    NOT NULL,
    Hash       TEXT    NOT NULL
);
CREATE INDEX CaseEvent_Case ON CaseEvent (CaseId, Sequence);
CREATE TRIGGER CaseEvent_NoUpdate BEFORE UPDATE ON CaseEvent BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER CaseEvent_NoDelete BEFORE DELETE ON CaseEvent BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE AuditHead (
    Id       INTEGER NOT NULL PRIMARY KEY CHECK (Id = 1),
    Sequence INTEGER NOT NULL,
    Hash     TEXT    NOT NULL
);
INSERT INTO AuditHead (Id, Sequence, Hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE AuditCheckpoint (
    Sequence  INTEGER NOT NULL PRIMARY KEY,
    Hash      TEXT    NOT NULL,
    SignedAt  INTEGER NOT NULL,
    KeyId     TEXT    NOT NULL,
    Signature TEXT    NOT NULL
);

CREATE TABLE Account (
    Name               TEXT    NOT NULL PRIMARY KEY,
    Role               INTEGER NOT NULL,
    PasswordHash       TEXT    NOT NULL,
    MustChangePassword INTEGER NOT NULL,
    Disabled           INTEGER NOT NULL,
    SecurityStamp      TEXT    NOT NULL
) WITHOUT ROWID;
