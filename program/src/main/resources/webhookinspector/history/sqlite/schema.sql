-- The history: built from the ledger, so a change of this file raises Schema.VERSION and every history is built anew.

CREATE TABLE progress (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  indexed INTEGER NOT NULL -- position in the ledger
) STRICT;

-- Narrow on purpose: times and ids are scanned, lines and texts are only fetched.
CREATE TABLE deliveries (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  received INTEGER NOT NULL, -- nanoseconds since 1970, UTC
  believable INTEGER NOT NULL,
  spared INTEGER NOT NULL, -- 0: makes room, as in the ledger's quarantine
  inbox TEXT NOT NULL,
  sha256 BLOB, -- null where a repeat means nothing: heartbeats, handshakes
  counts_as INTEGER NOT NULL, -- in a picture of arrivals; see CountsAs
  lag INTEGER -- milliseconds from the oldest change to the arrival, null where no event tells a time
) STRICT;
CREATE INDEX by_time ON deliveries (received, counts_as);
CREATE INDEX by_body ON deliveries (sha256, inbox) WHERE sha256 IS NOT NULL;
CREATE INDEX unspared ON deliveries (position) WHERE spared = 0;

CREATE TABLE lines (position INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT;

-- Folded text of sentences and body. The index knows which three letters stand where; texts itself is looked through then.
CREATE TABLE texts (position INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE words USING fts5 (
  text, content = 'texts', content_rowid = 'position',
  tokenize = 'trigram case_sensitive 1', detail = 'none', columnsize = 0
);

-- Every combination of the fields with few values that ever occurred; see Shapes.
CREATE TABLE shapes (
  shape INTEGER PRIMARY KEY,
  facets TEXT NOT NULL UNIQUE, -- JSON object
  events INTEGER NOT NULL -- how many rows of events have it
) STRICT;

-- A row for each event, and one for a delivery without events. Gids are integers where that loses nothing.
CREATE TABLE events (
  position INTEGER NOT NULL,
  n INTEGER NOT NULL,
  shape INTEGER NOT NULL,
  user ANY,
  resource ANY,
  parent ANY,
  created INTEGER, -- nanoseconds since 1970, UTC, by Asana's clock
  same INTEGER, -- alike in all tellings of one event
  PRIMARY KEY (position, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX by_shape ON events (shape, position);
CREATE INDEX by_user ON events (user, shape, position);
CREATE INDEX by_resource ON events (resource, position, shape);
CREATE INDEX by_parent ON events (parent, position, shape) WHERE parent IS NOT NULL;

-- Which delivery told a change, of the last days; see Tellings. Begins with the time, so that new rows go to the end.
CREATE TABLE tellings (
  created INTEGER NOT NULL, -- milliseconds since 1970, by Asana's clock
  fingerprint INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (created, fingerprint, position)
) STRICT, WITHOUT ROWID;

-- What things were called when they were last told of.
CREATE TABLE names (
  gid ANY PRIMARY KEY,
  type TEXT,
  name TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO progress VALUES (1, 0);
