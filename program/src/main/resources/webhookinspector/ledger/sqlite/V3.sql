-- What a file said of the deliveries that were imported from it. A claim: what we decided stands in delivery and judgement.
CREATE TABLE origin (
  position    INTEGER PRIMARY KEY, -- of the delivery
  source      TEXT    NOT NULL,
  handshake   INTEGER,             -- NULL where the file does not tell; as in delivery
  word        TEXT,
  because     TEXT,
  believable  INTEGER
) STRICT;
