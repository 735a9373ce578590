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

CREATE TABLE filter (
  inbox            TEXT    NOT NULL REFERENCES inbox (name) ON DELETE CASCADE,
  number           INTEGER NOT NULL,
  resource_type    TEXT,
  resource_subtype TEXT,
  action           TEXT,
  fields           TEXT    NOT NULL, -- names with + between them
  PRIMARY KEY (inbox, number)
) STRICT, WITHOUT ROWID;

-- The only place where secrets are stored, as they are: whoever can read this file can sign as Asana does.
CREATE TABLE secret (
  inbox     TEXT    NOT NULL REFERENCES inbox (name) ON DELETE CASCADE,
  number    INTEGER NOT NULL,        -- order of arrival
  confirmed INTEGER NOT NULL,        -- 1 for the one that the authenticated 201 named, 0 for a candidate
  sha256    BLOB    NOT NULL UNIQUE, -- two inboxes never share a secret
  text      TEXT    NOT NULL,
  PRIMARY KEY (inbox, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE alert (
  number  INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,          -- nanoseconds since 1970
  inbox   TEXT,                      -- NULL when it concerns the whole program
  topic   TEXT    NOT NULL,
  message TEXT    NOT NULL
) STRICT;
