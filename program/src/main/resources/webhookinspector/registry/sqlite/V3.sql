ALTER TABLE alert ADD COLUMN level TEXT NOT NULL DEFAULT 'warn'; -- good, warn, alarm or critical
