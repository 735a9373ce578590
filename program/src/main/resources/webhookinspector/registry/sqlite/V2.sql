-- Windows in which events may have been missed for good.
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

CREATE INDEX gap_by_time ON gap (at);

-- Where the events stream of a resource goes on.
CREATE TABLE bookmark (
  resource TEXT    PRIMARY KEY, -- gid
  sync     TEXT    NOT NULL,    -- Asana's token
  position INTEGER NOT NULL,    -- the ledger's end when the token was given: a page kept behind it holds a newer token
  at       INTEGER NOT NULL     -- nanoseconds since 1970: what happened before is told
) STRICT, WITHOUT ROWID;
