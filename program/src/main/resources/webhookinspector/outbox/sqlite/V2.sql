CREATE TABLE target (
  number   INTEGER PRIMARY KEY AUTOINCREMENT, -- never given out twice
  address  TEXT    NOT NULL UNIQUE,
  filter   TEXT    NOT NULL,     -- '' for everything
  saved    INTEGER NOT NULL,     -- 1 until it is removed, 0 for those that a run names
  paused   INTEGER NOT NULL,
  position INTEGER NOT NULL      -- in the ledger: up to here all was taken, is a letter, or was not for it
) STRICT;

-- Stretches of the ledger that a target does not get, because it was not named then.
CREATE TABLE rest (
  target INTEGER NOT NULL REFERENCES target (number) ON DELETE CASCADE,
  start  INTEGER NOT NULL,       -- nothing behind this position
  stop   INTEGER,                -- but again behind this one; NULL while it rests
  PRIMARY KEY (target, start)
) STRICT, WITHOUT ROWID;

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
