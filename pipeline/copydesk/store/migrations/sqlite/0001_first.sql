-- What each stage gave, by content key: resume is a lookup.
CREATE TABLE stage_result (
    key     TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    target  TEXT NOT NULL,
    stage   TEXT NOT NULL,
    fields  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stage_result_article ON stage_result (article, target);

-- Machine translations, by content key. A row is the translation and its done mark in one.
CREATE TABLE translation (
    key             TEXT PRIMARY KEY,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    engine          TEXT NOT NULL,
    source          TEXT NOT NULL,
    candidate       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people wrote, append-only; the newest row of a segment's source text wins over any machine.
CREATE TABLE decision (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    target  TEXT NOT NULL,
    source  TEXT NOT NULL,
    text    TEXT NOT NULL,
    who     TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;
CREATE INDEX decision_article ON decision (article, target);

-- The newest edition of an article in a language. state: 'writing' (intent) or 'published'.
CREATE TABLE edition (
    article         TEXT NOT NULL,
    target          TEXT NOT NULL,
    source_language TEXT NOT NULL,
    version         INTEGER NOT NULL,
    name            TEXT NOT NULL,
    input_key       TEXT NOT NULL,
    context_key     TEXT NOT NULL,
    final_key       TEXT NOT NULL,
    stage_keys      TEXT NOT NULL,
    engines         TEXT NOT NULL,
    files           TEXT NOT NULL,
    summary         TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('writing', 'published')),
    PRIMARY KEY (article, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_input ON edition (input_key);
