-- Every delivery, in the order in which it came. Rows are never changed.
CREATE TABLE delivery (
  position    INTEGER PRIMARY KEY, -- shared with judgement: one order for both
  id          TEXT    NOT NULL UNIQUE,
  inbox       TEXT    NOT NULL,
  source      TEXT    NOT NULL,
  received_at INTEGER NOT NULL,    -- nanoseconds since 1970, UTC, by our clock
  answer      INTEGER NOT NULL,    -- HTTP status
  handshake   INTEGER NOT NULL,    -- 0 or 1; with word, because, believable: what was decided at the door
  word        TEXT    NOT NULL,
  because     TEXT    NOT NULL,
  believable  INTEGER NOT NULL,
  headers     BLOB    NOT NULL,    -- "Name: value", one a line, ISO 8859-1, as they came
  sha256      BLOB    NOT NULL,    -- of the body, checked whenever it is read
  body        BLOB    NOT NULL
) STRICT;

-- What was decided later about a delivery.
CREATE TABLE judgement (
  position    INTEGER PRIMARY KEY,
  delivery    TEXT    NOT NULL,    -- its id
  at          INTEGER NOT NULL,    -- nanoseconds since 1970
  handshake   INTEGER NOT NULL,
  word        TEXT    NOT NULL,
  because     TEXT    NOT NULL,
  believable  INTEGER NOT NULL
) STRICT;

CREATE INDEX judgement_by_delivery ON judgement (delivery, position);

-- Which deliveries nobody may believe; the oldest make room. Kept apart, so that a believed one costs nothing here.
CREATE TABLE quarantine (
  position    INTEGER PRIMARY KEY, -- of the delivery
  bytes       INTEGER NOT NULL     -- its body and headers
) STRICT;
