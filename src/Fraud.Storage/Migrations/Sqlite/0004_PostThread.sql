-- Pictures of a post, what it answers, and changed texts: each version is a row of its own, found by the key of the first

ALTER TABLE Post ADD COLUMN Images TEXT NULL;
ALTER TABLE Post ADD COLUMN ReplyTo TEXT NULL;
ALTER TABLE Post ADD COLUMN Revision TEXT NULL;
ALTER TABLE Post ADD COLUMN FirstHash BLOB NULL;
CREATE INDEX Post_First ON Post (FirstHash) WHERE FirstHash IS NOT NULL;
