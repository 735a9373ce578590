-- An outbox as schema 4 left it. Never changed: it stands for the files that people have.

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
, answer_body TEXT) STRICT;
INSERT INTO "attempt" VALUES(1,'01M88S9N3K4RT83XQ9ZWY970SS','http://127.0.0.1:9/',1795591295594005151,NULL,24,'nothing listens on 127.0.0.1:9','forward','01M88S9N3K4RT83XQ9ZWY970SS',NULL);
INSERT INTO "attempt" VALUES(2,'01M88S9NK12RGSY24REGPFYTZZ','http://127.0.0.1:9/',1795591296594005151,200,3,NULL,'replay','01M88S9NK12RGSY24REGPFYTZZ','{"ok":true}');
CREATE TABLE letter (
  target   INTEGER NOT NULL REFERENCES target (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,     -- in the ledger
  delivery TEXT    NOT NULL,     -- its id
  tries    INTEGER NOT NULL,
  since    INTEGER NOT NULL,     -- nanoseconds since 1970, when it was tried first
  next     INTEGER NOT NULL,     -- the same, when it may be tried again
  dead     INTEGER NOT NULL,     -- 1 when it is not tried again by itself
  because  TEXT    NOT NULL,     -- why it was not taken
  PRIMARY KEY (target, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "letter" VALUES(1,2,'01M88S9N3K4RT83XQ9ZWY970SS',1,1795591295594005151,1795591296594005151,0,'nothing listens on 127.0.0.1:9');
INSERT INTO "letter" VALUES(1,3,'01M88S9NK12RGSY24REGPFYTZZ',10,1795591295594005151,1795591296594005151,1,'answered 500');
CREATE TABLE rest (
  target INTEGER NOT NULL REFERENCES target (number) ON DELETE CASCADE,
  start  INTEGER NOT NULL,       -- nothing behind this position
  stop   INTEGER,                -- but again behind this one; NULL while it rests
  PRIMARY KEY (target, start)
) STRICT, WITHOUT ROWID;
INSERT INTO "rest" VALUES(1,2,NULL);
CREATE TABLE target (
  number   INTEGER PRIMARY KEY AUTOINCREMENT, -- never given out twice
  address  TEXT    NOT NULL UNIQUE,
  filter   TEXT    NOT NULL,     -- '' for everything
  saved    INTEGER NOT NULL,     -- 1 until it is removed, 0 for those that a run names
  paused   INTEGER NOT NULL,
  position INTEGER NOT NULL      -- in the ledger: up to here all was taken, is a letter, or was not for it
, headers TEXT NOT NULL DEFAULT '', sealed INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "target" VALUES(1,'http://127.0.0.1:9/','action=changed',1,1,2,'X-Api-Key: abc
',0);
CREATE INDEX attempt_by_delivery ON attempt (delivery, number);
CREATE INDEX attempt_by_target ON attempt (target, number);
PRAGMA user_version = 4;
