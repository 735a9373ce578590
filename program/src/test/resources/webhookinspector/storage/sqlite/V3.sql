-- A step that fails half way.
ALTER TABLE thing RENAME TO other;
INSERT INTO nowhere VALUES (1);
