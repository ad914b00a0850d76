-- What one action did to many segments is undone at once: its events name it.
ALTER TABLE review_event ADD COLUMN operation TEXT NOT NULL DEFAULT '';
CREATE INDEX review_event_operation ON review_event (operation, id) WHERE operation <> '';
