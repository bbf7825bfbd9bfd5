-- Pictures of a post, what it answers, and changed texts: each version is a row of its own, found by the key of the first

ALTER TABLE Post ADD Images NVARCHAR(MAX) NULL, ReplyTo NVARCHAR(MAX) NULL, Revision NVARCHAR(200) NULL, FirstHash BINARY(32) NULL;
EXEC('CREATE INDEX Post_First ON Post (FirstHash) WHERE FirstHash IS NOT NULL');
