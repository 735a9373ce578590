ALTER TABLE secret ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0; -- 1 when its text is sealed under the operator's key
