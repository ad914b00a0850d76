-- What a person has typed and not saved, by article, language and source text (hashed), so that runs do not lose it.
-- base is the text in force when the person began.
CREATE TABLE review_unsaved (
    who    TEXT COLLATE "C" NOT NULL,
    key    TEXT COLLATE "C" NOT NULL,
    base   TEXT NOT NULL,
    text   TEXT NOT NULL,
    at     TEXT NOT NULL,
    PRIMARY KEY (who, key)
);
