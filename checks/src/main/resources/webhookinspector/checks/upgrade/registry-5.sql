-- A registry as schema 5 left it. Never changed: it stands for the files that people have.

CREATE TABLE alert (
  number  INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,          -- nanoseconds since 1970
  inbox   TEXT,                      -- NULL when it concerns the whole program
  topic   TEXT    NOT NULL,
  message TEXT    NOT NULL
, level TEXT NOT NULL DEFAULT 'warn') STRICT;
INSERT INTO "alert" VALUES(1,1795591295594005151,'ads','handshake','somebody else offered a secret','warn');
INSERT INTO "alert" VALUES(2,1795591295594005152,NULL,'target','http://127.0.0.1:9/ takes nothing','alarm');
CREATE TABLE bookmark (
  resource TEXT    PRIMARY KEY, -- gid
  sync     TEXT    NOT NULL,    -- Asana's token
  position INTEGER NOT NULL,    -- the ledger's end when the token was given: a page kept behind it holds a newer token
  at       INTEGER NOT NULL     -- nanoseconds since 1970: what happened before is told
) STRICT, WITHOUT ROWID;
INSERT INTO "bookmark" VALUES('1200000372926092','910a2dec89025cc1beeb8da1658eec67:0',1,1795591295594005151);
CREATE TABLE filter (
  inbox            TEXT    NOT NULL REFERENCES inbox (name) ON DELETE CASCADE,
  number           INTEGER NOT NULL,
  resource_type    TEXT,
  resource_subtype TEXT,
  action           TEXT,
  fields           TEXT    NOT NULL, -- names with + between them
  PRIMARY KEY (inbox, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "filter" VALUES('ads',0,'task',NULL,'changed','due_on+name');
CREATE TABLE gap (
  id       TEXT    PRIMARY KEY,
  at       INTEGER NOT NULL,   -- nanoseconds since 1970, when it was noticed
  topic    TEXT    NOT NULL,
  inbox    TEXT,               -- NULL when it concerns the whole program
  resource TEXT,               -- gid; NULL when it concerns more than one
  "from"   INTEGER,            -- nanoseconds since 1970; NULL while unknown
  "to"     INTEGER,            -- the same; NULL while it lasts
  cause    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "gap" VALUES('g1',1795591295594005151,'stream',NULL,'1200000372926092',1795491295594005151,1795591295594005151,'the sync token had expired');
CREATE TABLE inbox (
  name     TEXT    PRIMARY KEY,
  key      TEXT    NOT NULL UNIQUE, -- the unguessable part of its address
  open     INTEGER NOT NULL,        -- 1 while a create call is open or the operator armed it
  resource TEXT,                    -- of its webhook: gid of what it watches; NULL without one
  target   TEXT,                    -- the full address that Asana was given
  gid      TEXT,                    -- Asana's id; NULL until the create call has answered
  asked_at INTEGER,                 -- nanoseconds since 1970, when the create call began
  keep     INTEGER                  -- 1 when the webhook outlives the process that created it
) STRICT, WITHOUT ROWID;
INSERT INTO "inbox" VALUES('ads','xdnngbkv6wae6f6r655pm5lfjl',0,'1200000372926092','https://inspector.example.com/in/xdnngbkv6wae6f6r655pm5lfjl','1200000372926130',1795591295594005151,1);
INSERT INTO "inbox" VALUES('empty','aaaaaaaaaaaaaaaaaaaaaaaaaa',1,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE marking (
  delivery TEXT    PRIMARY KEY, -- its id
  pinned   INTEGER NOT NULL,    -- 0 or 1
  note     TEXT                 -- NULL without one
) STRICT, WITHOUT ROWID;
INSERT INTO "marking" VALUES('01M88S9NK12RGSY24REGPFYTZZ',1,'look at this');
CREATE TABLE saved_filter (
  name   TEXT PRIMARY KEY,
  filter TEXT NOT NULL          -- in the filter language, as it was typed
) STRICT, WITHOUT ROWID;
INSERT INTO "saved_filter" VALUES('bugs','action=changed field=due_on');
CREATE TABLE secret (
  inbox     TEXT    NOT NULL REFERENCES inbox (name) ON DELETE CASCADE,
  number    INTEGER NOT NULL,        -- order of arrival
  confirmed INTEGER NOT NULL,        -- 1 for the one that the authenticated 201 named, 0 for a candidate
  sha256    BLOB    NOT NULL UNIQUE, -- two inboxes never share a secret
  text      TEXT    NOT NULL, sealed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (inbox, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "secret" VALUES('ads',0,1,X'6F0B4FC99F4256D279F246B139C595ED832E2AEC7183B50C8F26FFF56C293B15','b537207f20cbfa02357cf448134da559',0);
INSERT INTO "secret" VALUES('empty',0,0,X'A1BF4DC2C0CEA821798C38E16FCC1667D6F0504AFA821B181672035FC5967890','0f1e2d3c4b5a69788796a5b4c3d2e1f0',0);
CREATE INDEX gap_by_time ON gap (at);
PRAGMA user_version = 5;
