-- What people put on deliveries. Here and not in the ledger, which says what arrived and nothing else.
CREATE TABLE marking (
  delivery TEXT    PRIMARY KEY, -- its id
  pinned   INTEGER NOT NULL,    -- 0 or 1
  note     TEXT                 -- NULL without one
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_filter (
  name   TEXT PRIMARY KEY,
  filter TEXT NOT NULL          -- in the filter language, as it was typed
) STRICT, WITHOUT ROWID;
