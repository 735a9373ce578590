-- A outbox as schema 1 left it. Never changed: it stands for the files that people have.

CREATE TABLE attempt (
  number   INTEGER PRIMARY KEY, -- order of sending; the lowest make room
  delivery TEXT    NOT NULL,    -- its id
  target   TEXT    NOT NULL,
  at       INTEGER NOT NULL,    -- nanoseconds since 1970, when it began
  status   INTEGER,             -- HTTP status; NULL when no answer came
  millis   INTEGER NOT NULL,
  because  TEXT,                -- what went wrong
  source   TEXT    NOT NULL,    -- who sent it: replay, forward
  marker   TEXT    NOT NULL     -- what the copy said about itself
) STRICT;
INSERT INTO "attempt" VALUES(1,'01M88S9N3K4RT83XQ9ZWY970SS','http://127.0.0.1:9/',1795591295594005151,NULL,24,'nothing listens on 127.0.0.1:9','forward','01M88S9N3K4RT83XQ9ZWY970SS');
INSERT INTO "attempt" VALUES(2,'01M88S9NK12RGSY24REGPFYTZZ','http://127.0.0.1:9/',1795591296594005151,200,3,NULL,'replay','01M88S9NK12RGSY24REGPFYTZZ');
CREATE INDEX attempt_by_delivery ON attempt (delivery, number);
CREATE INDEX attempt_by_target ON attempt (target, number);
PRAGMA user_version = 1;
