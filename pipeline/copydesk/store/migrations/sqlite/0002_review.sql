-- A human text keeps its inline marks and may be taken back; it serves other articles in the same direction.
ALTER TABLE decision ADD COLUMN source_language TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN inlines TEXT NOT NULL DEFAULT '[]';
ALTER TABLE decision ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
CREATE INDEX decision_source ON decision (target, source_language, source);

-- What reviewers did, append-only. Everything below but users and sessions can be rebuilt from this,
-- the decisions and the editions.
CREATE TABLE review_event (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    article  TEXT NOT NULL,
    target   TEXT NOT NULL,
    segment  TEXT NOT NULL,
    source   TEXT NOT NULL,
    action   TEXT NOT NULL,
    text     TEXT NOT NULL,
    inlines  TEXT NOT NULL,
    mark     TEXT NOT NULL,
    note     TEXT NOT NULL,
    category TEXT NOT NULL,
    severity TEXT NOT NULL,
    machine  TEXT NOT NULL,
    engine   TEXT NOT NULL,
    pair     TEXT NOT NULL,
    who      TEXT NOT NULL,
    at       TEXT NOT NULL
) STRICT;
CREATE INDEX review_event_article ON review_event (article, target, id);

-- The newest edition of an article as the desk lists it.
CREATE TABLE review_article (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    article         TEXT NOT NULL,
    target          TEXT NOT NULL,
    source_language TEXT NOT NULL,
    title           TEXT NOT NULL,
    batch           TEXT NOT NULL,
    final_key       TEXT NOT NULL,
    engines         TEXT NOT NULL,
    rules           TEXT NOT NULL DEFAULT '',
    segments        INTEGER NOT NULL DEFAULT 0,
    words           INTEGER NOT NULL DEFAULT 0,
    open_segments   INTEGER NOT NULL DEFAULT 0,
    open_words      INTEGER NOT NULL DEFAULT 0,
    blocking        INTEGER NOT NULL DEFAULT 0,
    rank            INTEGER NOT NULL DEFAULT 0,
    state           TEXT NOT NULL DEFAULT 'machine',
    who             TEXT NOT NULL DEFAULT '',
    at              TEXT NOT NULL DEFAULT '',
    UNIQUE (article, target)
) STRICT;
CREATE INDEX review_article_rank ON review_article (rank, id);

-- Its segments. rank is minus the risk, so that one ascending index holds the queue's order.
CREATE TABLE review_segment (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    article  INTEGER NOT NULL REFERENCES review_article (id) ON DELETE CASCADE,
    place    INTEGER NOT NULL,
    segment  TEXT NOT NULL,
    role     TEXT NOT NULL,
    means    TEXT NOT NULL,
    pair     TEXT NOT NULL,
    engine   TEXT NOT NULL,
    batch    TEXT NOT NULL,
    source   TEXT NOT NULL,
    machine  TEXT NOT NULL,
    target   TEXT NOT NULL,
    state    TEXT NOT NULL,
    who      TEXT NOT NULL,
    at       TEXT NOT NULL,
    version  INTEGER NOT NULL,
    rank     INTEGER NOT NULL,
    words    INTEGER NOT NULL,
    rules    TEXT NOT NULL,
    blocking INTEGER NOT NULL,
    stale    TEXT NOT NULL,
    UNIQUE (article, segment)
) STRICT;
CREATE INDEX review_segment_place ON review_segment (article, place);
CREATE INDEX review_segment_queue ON review_segment (rank, id, state, pair, engine, batch, who, rules);

CREATE VIRTUAL TABLE review_text USING fts5 (
    source, target, content='review_segment', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER review_text_insert AFTER INSERT ON review_segment BEGIN
    INSERT INTO review_text (rowid, source, target) VALUES (new.id, new.source, new.target);
END;
CREATE TRIGGER review_text_delete AFTER DELETE ON review_segment BEGIN
    INSERT INTO review_text (review_text, rowid, source, target)
    VALUES ('delete', old.id, old.source, old.target);
END;
CREATE TRIGGER review_text_update AFTER UPDATE OF source, target ON review_segment BEGIN
    INSERT INTO review_text (review_text, rowid, source, target)
    VALUES ('delete', old.id, old.source, old.target);
    INSERT INTO review_text (rowid, source, target) VALUES (new.id, new.source, new.target);
END;

-- Who may review. A token is kept as its SHA-256 only.
CREATE TABLE review_user (
    name  TEXT PRIMARY KEY,
    role  TEXT NOT NULL CHECK (role IN ('reviewer', 'approver')),
    token TEXT NOT NULL,
    at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE review_session (
    key  TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
