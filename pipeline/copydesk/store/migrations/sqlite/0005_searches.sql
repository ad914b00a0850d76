-- "Errors only" is answered by the queue's index too. A person's saved searches, as the query of the queue's address.
DROP INDEX review_segment_queue;
CREATE INDEX review_segment_queue ON review_segment (rank, id, state, pair, engine, batch, who, rules, blocking);
CREATE TABLE review_search (
    who    TEXT NOT NULL,
    name   TEXT NOT NULL,
    query  TEXT NOT NULL,
    PRIMARY KEY (who, name)
) STRICT, WITHOUT ROWID;
