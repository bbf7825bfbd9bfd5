-- Times are milliseconds since 1970, UTC. "Sealed" columns are encrypted; every other column is free of secrets.
-- Names compare by code point, as in every engine; people's searches say their own collation.

CREATE TABLE CrawlTarget (
    Id           BIGINT         NOT NULL IDENTITY CONSTRAINT CrawlTarget_Id PRIMARY KEY,
    Source       NVARCHAR(200)  COLLATE Latin1_General_100_BIN2 NOT NULL,
    UrlHash      BINARY(32)     NOT NULL,
    Url          NVARCHAR(MAX)  NOT NULL,
    SealedUrl    VARBINARY(MAX) NULL,
    Depth        INT            NOT NULL,
    ETag         NVARCHAR(MAX)  NOT NULL,
    LastModified NVARCHAR(MAX)  NOT NULL,
    Failures     INT            NOT NULL,
    DueAt        BIGINT         NULL,
    AddedAt      BIGINT         NOT NULL,
    CONSTRAINT CrawlTarget_Key UNIQUE (Source, UrlHash)
);
CREATE INDEX CrawlTarget_Due ON CrawlTarget (Source, DueAt) WHERE DueAt IS NOT NULL;

CREATE TABLE CrawlAttempt (
    Id          BIGINT        NOT NULL IDENTITY CONSTRAINT CrawlAttempt_Id PRIMARY KEY,
    TargetId    BIGINT        NOT NULL CONSTRAINT CrawlAttempt_Target REFERENCES CrawlTarget (Id),
    Source      NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AttemptedAt BIGINT        NOT NULL,
    Outcome     NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Detail      NVARCHAR(MAX) NOT NULL,
    Failed      INT           NOT NULL,
    NewPosts    INT           NOT NULL
);
CREATE INDEX CrawlAttempt_Source ON CrawlAttempt (Source, Failed, AttemptedAt);
CREATE INDEX CrawlAttempt_Age ON CrawlAttempt (AttemptedAt);
CREATE INDEX CrawlAttempt_Target ON CrawlAttempt (TargetId);

CREATE TABLE SourceTally (
    Source        NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT SourceTally_Key PRIMARY KEY,
    Targets       BIGINT NOT NULL,
    Posts         BIGINT NOT NULL,
    Alerts        BIGINT NOT NULL,
    LastSuccessAt BIGINT NULL
);

CREATE TABLE Evidence (
    Id       BIGINT    NOT NULL IDENTITY CONSTRAINT Evidence_Id PRIMARY KEY,
    Sha256   NCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT Evidence_Key UNIQUE,
    Bytes    BIGINT    NOT NULL,
    FrozenAt BIGINT    NOT NULL,
    PurgedAt BIGINT    NULL
);
CREATE INDEX Evidence_Age ON Evidence (FrozenAt) WHERE PurgedAt IS NULL;

CREATE TABLE EvidenceBody (
    EvidenceId BIGINT         NOT NULL CONSTRAINT EvidenceBody_Key PRIMARY KEY CONSTRAINT EvidenceBody_Evidence REFERENCES Evidence (Id),
    Sealed     VARBINARY(MAX) NOT NULL
);

CREATE TABLE Capture (
    Id          BIGINT         NOT NULL IDENTITY CONSTRAINT Capture_Id PRIMARY KEY,
    EvidenceId  BIGINT         NOT NULL CONSTRAINT Capture_EvidenceKey REFERENCES Evidence (Id),
    Source      NVARCHAR(200)  COLLATE Latin1_General_100_BIN2 NOT NULL,
    Url         NVARCHAR(MAX)  NOT NULL,
    SealedHead  VARBINARY(MAX) NOT NULL,
    FetchedAt   BIGINT         NOT NULL,
    Status      INT            NOT NULL,
    ContentType NVARCHAR(MAX)  NOT NULL
);
CREATE INDEX Capture_Evidence ON Capture (EvidenceId);

CREATE TABLE Post (
    Id         BIGINT        NOT NULL IDENTITY CONSTRAINT Post_Id PRIMARY KEY,
    DedupeHash BINARY(32)    NOT NULL CONSTRAINT Post_Key UNIQUE,
    Source     NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    NativeId   NVARCHAR(MAX) NOT NULL,
    Url        NVARCHAR(MAX) NOT NULL,
    Title      NVARCHAR(MAX) NOT NULL,
    Text       NVARCHAR(MAX) NOT NULL,
    Author     NVARCHAR(MAX) NOT NULL,
    Language   NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Listing    NVARCHAR(MAX) NULL,
    Links      NVARCHAR(MAX) NULL,
    PostedAt   BIGINT        NULL,
    FetchedAt  BIGINT        NOT NULL,
    StoredAt   BIGINT        NOT NULL,
    CaptureId  BIGINT        NULL CONSTRAINT Post_CaptureKey REFERENCES Capture (Id)
);
CREATE INDEX Post_Capture ON Post (CaptureId) WHERE CaptureId IS NOT NULL;

CREATE TABLE PostClear (
    PostId   BIGINT         NOT NULL CONSTRAINT PostClear_Key PRIMARY KEY CONSTRAINT PostClear_Post REFERENCES Post (Id),
    StoredAt BIGINT         NOT NULL,
    Sealed   VARBINARY(MAX) NOT NULL
);
CREATE INDEX PostClear_Age ON PostClear (StoredAt);

-- The model and policy that DetectQueue is for; another pair refills it
CREATE TABLE DetectState (
    Id     INT           NOT NULL CONSTRAINT DetectState_Key PRIMARY KEY CONSTRAINT DetectState_One CHECK (Id = 1),
    Model  NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Policy NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TABLE DetectQueue (
    PostId BIGINT NOT NULL CONSTRAINT DetectQueue_Key PRIMARY KEY CONSTRAINT DetectQueue_Post REFERENCES Post (Id),
    DueAt  BIGINT NOT NULL
);

CREATE TABLE Assessment (
    Id         BIGINT        NOT NULL IDENTITY CONSTRAINT Assessment_Id PRIMARY KEY,
    PostId     BIGINT        NOT NULL CONSTRAINT Assessment_Post REFERENCES Post (Id),
    Model      NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Policy     NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Verdict    INT           NOT NULL,
    Label      INT           NOT NULL,
    Score      FLOAT         NOT NULL,
    Json       NVARCHAR(MAX) NOT NULL,
    AssessedAt BIGINT        NOT NULL,
    CONSTRAINT Assessment_Key UNIQUE (PostId, Model, Policy)
);

CREATE TABLE Outbox (
    Id           BIGINT NOT NULL IDENTITY CONSTRAINT Outbox_Id PRIMARY KEY,
    PostId       BIGINT NOT NULL CONSTRAINT Outbox_PostKey REFERENCES Post (Id),
    AssessmentId BIGINT NOT NULL CONSTRAINT Outbox_Key UNIQUE CONSTRAINT Outbox_Assessment REFERENCES Assessment (Id),
    Verdict      INT    NOT NULL,
    QueuedAt     BIGINT NOT NULL,
    DueAt        BIGINT NOT NULL,
    Attempts     INT    NOT NULL,
    PushedAt     BIGINT NULL
);
CREATE INDEX Outbox_Waiting ON Outbox (DueAt, Id) WHERE PushedAt IS NULL;
CREATE INDEX Outbox_Post ON Outbox (PostId, Verdict);

CREATE TABLE Campaign (
    Id         BIGINT NOT NULL IDENTITY CONSTRAINT Campaign_Id PRIMARY KEY,
    OpenedAt   BIGINT NOT NULL,
    Cases      INT    NOT NULL,
    MergedInto BIGINT NULL CONSTRAINT Campaign_Merged REFERENCES Campaign (Id)
);

CREATE TABLE ReviewCase (
    Id              BIGINT        NOT NULL IDENTITY CONSTRAINT ReviewCase_Id PRIMARY KEY,
    PostId          BIGINT        NOT NULL CONSTRAINT ReviewCase_Key UNIQUE CONSTRAINT ReviewCase_Post REFERENCES Post (Id),
    AssessmentId    BIGINT        NOT NULL CONSTRAINT ReviewCase_Assessment REFERENCES Assessment (Id),
    State           INT           NOT NULL,
    Verdict         INT           NOT NULL,
    Label           INT           NOT NULL,
    Score           FLOAT         NOT NULL,
    Rank            FLOAT         NOT NULL,
    Parts           NVARCHAR(MAX) NOT NULL,
    Source          NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language        NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Excerpt         NVARCHAR(200) NOT NULL,
    OpenedAt        BIGINT        NOT NULL,
    PostedAt        BIGINT        NULL,
    Holder          NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    HeldUntil       BIGINT        NOT NULL,
    Fence           BIGINT        NOT NULL,
    CampaignId      BIGINT        NULL CONSTRAINT ReviewCase_CampaignKey REFERENCES Campaign (Id),
    DecidedAt       BIGINT        NULL,
    DecidedSequence BIGINT        NULL
);
CREATE INDEX ReviewCase_Rank ON ReviewCase (State, Rank DESC, Id) INCLUDE (HeldUntil);
CREATE INDEX ReviewCase_Label ON ReviewCase (State, Label, Rank DESC, Id);
CREATE INDEX ReviewCase_Source ON ReviewCase (State, Source, Rank DESC, Id);
CREATE INDEX ReviewCase_Language ON ReviewCase (State, Language, Rank DESC, Id);
CREATE INDEX ReviewCase_Age ON ReviewCase (State, OpenedAt);
CREATE INDEX ReviewCase_Decided ON ReviewCase (State, DecidedAt, Id) WHERE DecidedAt IS NOT NULL;
CREATE INDEX ReviewCase_Campaign ON ReviewCase (CampaignId, State, Rank DESC, Id) WHERE CampaignId IS NOT NULL;
CREATE INDEX ReviewCase_Holder ON ReviewCase (Holder) WHERE Holder <> N'';

-- Number of cases by what the queue is filtered by, kept with every change, so that no page counts a million rows
CREATE TABLE CaseTally (
    State    INT           NOT NULL,
    Label    INT           NOT NULL,
    Source   NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Cases    BIGINT        NOT NULL,
    CONSTRAINT CaseTally_Key PRIMARY KEY (State, Label, Source, Language)
);

CREATE TABLE CaseKey (
    Fingerprint NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT CaseKey_Key PRIMARY KEY,
    CaseId      BIGINT        NOT NULL CONSTRAINT CaseKey_Case REFERENCES ReviewCase (Id)
);

CREATE TABLE CaseContact (
    Fingerprint NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CaseId      BIGINT        NOT NULL CONSTRAINT CaseContact_Case REFERENCES ReviewCase (Id),
    CONSTRAINT CaseContact_Key PRIMARY KEY (Fingerprint, CaseId)
);

CREATE TABLE CaseSignature (
    CaseId    BIGINT         NOT NULL CONSTRAINT CaseSignature_Key PRIMARY KEY CONSTRAINT CaseSignature_Case REFERENCES ReviewCase (Id),
    Signature VARBINARY(MAX) NOT NULL
);

CREATE TABLE CaseBand (
    Band   BIGINT NOT NULL,
    CaseId BIGINT NOT NULL CONSTRAINT CaseBand_Case REFERENCES ReviewCase (Id),
    CONSTRAINT CaseBand_Key PRIMARY KEY (Band, CaseId)
);

CREATE TABLE CaseSighting (
    Id     BIGINT NOT NULL IDENTITY CONSTRAINT CaseSighting_Id PRIMARY KEY,
    CaseId BIGINT NOT NULL CONSTRAINT CaseSighting_CaseKey REFERENCES ReviewCase (Id),
    PostId BIGINT NOT NULL CONSTRAINT CaseSighting_Key UNIQUE CONSTRAINT CaseSighting_Post REFERENCES Post (Id),
    SeenAt BIGINT NOT NULL
);
CREATE INDEX CaseSighting_Case ON CaseSighting (CaseId);

-- What became of a post, for retention: the state of its case or of the case it is a sighting of
EXEC (N'
CREATE VIEW PostFate AS
SELECT p.Id AS PostId, p.StoredAt, p.CaptureId, c.State, c.DecidedAt,
    CASE WHEN EXISTS (SELECT 1 FROM DetectQueue q WHERE q.PostId = p.Id)
           OR EXISTS (SELECT 1 FROM Outbox o WHERE o.PostId = p.Id AND o.PushedAt IS NULL) THEN 1 ELSE 0 END AS Waiting
FROM Post p
LEFT JOIN ReviewCase own ON own.PostId = p.Id
LEFT JOIN CaseSighting s ON s.PostId = p.Id
LEFT JOIN ReviewCase c ON c.Id = COALESCE(own.Id, s.CaseId)');

CREATE TABLE CaseEvent (
    Sequence   BIGINT        NOT NULL CONSTRAINT CaseEvent_Sequence PRIMARY KEY,
    CaseId     BIGINT        NOT NULL,
    Kind       NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Actor      NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    HappenedAt BIGINT        NOT NULL,
    Decision   NVARCHAR(50)  COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason     NVARCHAR(MAX) NOT NULL,
    Hash       NCHAR(64)     COLLATE Latin1_General_100_BIN2 NOT NULL
);
CREATE INDEX CaseEvent_Case ON CaseEvent (CaseId, Sequence);
EXEC (N'CREATE TRIGGER CaseEvent_NoUpdate ON CaseEvent INSTEAD OF UPDATE AS THROW 50002, N''the audit log is append-only'', 1;');
EXEC (N'CREATE TRIGGER CaseEvent_NoDelete ON CaseEvent INSTEAD OF DELETE AS THROW 50002, N''the audit log is append-only'', 1;');

CREATE TABLE AuditHead (
    Id       INT       NOT NULL CONSTRAINT AuditHead_Key PRIMARY KEY CONSTRAINT AuditHead_One CHECK (Id = 1),
    Sequence BIGINT    NOT NULL,
    Hash     NCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL
);
INSERT INTO AuditHead (Id, Sequence, Hash) VALUES (1, 0, REPLICATE(N'0', 64));

CREATE TABLE AuditCheckpoint (
    Sequence  BIGINT        NOT NULL CONSTRAINT AuditCheckpoint_Key PRIMARY KEY,
    Hash      NCHAR(64)     COLLATE Latin1_General_100_BIN2 NOT NULL,
    SignedAt  BIGINT        NOT NULL,
    KeyId     NCHAR(64)     COLLATE Latin1_General_100_BIN2 NOT NULL,
    Signature NVARCHAR(400) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TABLE Account (
    Name               NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT Account_Key PRIMARY KEY,
    Role               INT           NOT NULL,
    PasswordHash       NVARCHAR(MAX) NOT NULL,
    MustChangePassword BIT           NOT NULL,
    Disabled           BIT           NOT NULL,
    SecurityStamp      NVARCHAR(200) NOT NULL
);
