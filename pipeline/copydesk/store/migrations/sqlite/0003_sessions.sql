-- A session says from which program it was opened. Those of before are ended: nobody could list them.
DELETE FROM review_session;
ALTER TABLE review_session ADD COLUMN agent TEXT NOT NULL DEFAULT '';
