-- The age of an imported delivery counts from its import (nanoseconds since 1970), not from its arrival elsewhere.
ALTER TABLE delivery ADD COLUMN imported_at INTEGER;

-- What was dropped to make room. What had one reason within a day is one row.
CREATE TABLE dropped (
  number     INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL, -- nanoseconds since 1970, when the last of them was dropped
  because    TEXT    NOT NULL,
  first      INTEGER NOT NULL, -- nanoseconds since 1970, when the first of them had arrived
  last       INTEGER NOT NULL,
  deliveries INTEGER NOT NULL,
  bytes      INTEGER NOT NULL
) STRICT;
