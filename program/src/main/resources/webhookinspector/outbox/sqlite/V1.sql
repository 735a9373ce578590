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

CREATE INDEX attempt_by_delivery ON attempt (delivery, number);

CREATE INDEX attempt_by_target ON attempt (target, number);
