ALTER TABLE target ADD COLUMN headers TEXT NOT NULL DEFAULT ''; -- of the user's own, a line each; may hold secrets of his app
