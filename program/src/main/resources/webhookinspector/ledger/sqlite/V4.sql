-- What really went back, where that was known only after the delivery was kept; NULL: as it was kept.
ALTER TABLE judgement ADD COLUMN answer INTEGER;
