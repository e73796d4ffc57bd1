"""The tables of a case's database, created and migrated through sqlite-utils.

Two layers: *found* rows (`found_*`: what the program concluded, one JSON record each, changed only by a
build) and *effective* rows (all other tables: what the panes query). Text columns named `…date`,
`published` and `accessed` hold EDTF; `start` and `end` are code points of the source's text.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from dossier.store.header import APPLICATION_ID, PAGE_SIZE, SCHEMA_VERSION

TOKENIZER = "unicode61 remove_diacritics 2"

migrations = Migrations("dossier")


@migrations()
def create_sources(db: Database) -> None:
    """What was read: sources, their passages, and what could not be read."""
    db.executescript("""
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
        CREATE TABLE sources (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT, format TEXT,
            label TEXT NOT NULL, title TEXT, publisher TEXT, author TEXT, published TEXT,
            published_inferred INTEGER NOT NULL DEFAULT 0, published_earliest TEXT, published_latest TEXT, kind TEXT,
            language TEXT, chars INTEGER NOT NULL DEFAULT 0, people INTEGER NOT NULL DEFAULT 0,
            events INTEGER NOT NULL DEFAULT 0, decided INTEGER NOT NULL DEFAULT 0, fault TEXT);
        CREATE INDEX sources_by_position ON sources (position);
        CREATE INDEX sources_by_label ON sources (label COLLATE NOCASE, position);
        CREATE INDEX sources_by_published ON sources (published_earliest, position);
        CREATE INDEX sources_by_hash ON sources (sha256);
        CREATE TABLE texts (source TEXT PRIMARY KEY REFERENCES sources (id), text TEXT NOT NULL);
        CREATE TABLE attributes (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES sources (id), field TEXT NOT NULL,
            value TEXT NOT NULL, inferred INTEGER NOT NULL, start INTEGER, end INTEGER, basis TEXT NOT NULL);
        CREATE INDEX attributes_by_source ON attributes (source, field);
        CREATE TABLE passages (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES sources (id), position INTEGER NOT NULL,
            kind TEXT NOT NULL, level INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
            line INTEGER NOT NULL, text TEXT NOT NULL, marks TEXT NOT NULL DEFAULT '[]', duplicate_of INTEGER);
        CREATE UNIQUE INDEX passages_by_place ON passages (source, start);
        CREATE TABLE faults (id INTEGER PRIMARY KEY, path TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL);
    """)


@migrations()
def create_entities(db: Database) -> None:
    """Who and what is named: entities with their aliases and roles."""
    db.executescript("""
        CREATE TABLE entities (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, sort_name TEXT NOT NULL,
            role TEXT, affiliation TEXT, appearance TEXT NOT NULL, mentions INTEGER NOT NULL DEFAULT 0,
            sources INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0,
            decided INTEGER NOT NULL DEFAULT 0, first_source INTEGER NOT NULL DEFAULT 0,
            first_start INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX entities_by_mentions ON entities (kind, mentions DESC, sort_name COLLATE NOCASE);
        CREATE INDEX entities_by_name ON entities (kind, sort_name COLLATE NOCASE);
        CREATE INDEX entities_by_first ON entities (kind, first_source, first_start);
        CREATE TABLE aliases (
            entity TEXT NOT NULL REFERENCES entities (id), alias TEXT NOT NULL, position INTEGER NOT NULL,
            mentions INTEGER NOT NULL, PRIMARY KEY (entity, position));
        CREATE TABLE roles (
            id INTEGER PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities (id), text TEXT NOT NULL,
            organization TEXT, held TEXT, source TEXT NOT NULL REFERENCES sources (id), start INTEGER NOT NULL,
            end INTEGER NOT NULL);
        CREATE INDEX roles_by_entity ON roles (entity);
    """)
    for kind, view in (
        ("person", "people"), ("organization", "organizations"), ("place", "places"), ("vehicle", "vehicles"),
    ):
        db.create_view(view, f"SELECT * FROM entities WHERE kind = '{kind}'")


@migrations()
def create_mentions(db: Database) -> None:
    """Where they are named, and which words are dates."""
    db.executescript("""
        -- Of what was found, and of the entities that readers made: what each is part of now, NULL where it was
        -- rejected; of events and statements only those that are no longer what was found. Whoever is named or takes
        -- part is kept as found: that two people are one is then told by one row, however often they are named, and
        -- the views say who it is now.
        CREATE TABLE became (thing TEXT PRIMARY KEY, now TEXT) WITHOUT ROWID;
        CREATE INDEX became_by_now ON became (now);
        CREATE INDEX became_another ON became (thing, now) WHERE now IS NOT thing;
        CREATE TABLE found_mentions (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES sources (id), passage INTEGER NOT NULL
            REFERENCES passages (id), start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
            kind TEXT NOT NULL, form TEXT NOT NULL, entity TEXT REFERENCES became (thing),
            rule TEXT NOT NULL, basis TEXT NOT NULL, added INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX found_mentions_by_place ON found_mentions (source, start);
        CREATE INDEX found_mentions_by_entity ON found_mentions (entity, source, start);
        CREATE INDEX found_mentions_added ON found_mentions (entity) WHERE added;
        CREATE TABLE found_appearances (
            entity TEXT NOT NULL REFERENCES became (thing), source TEXT NOT NULL REFERENCES sources (id),
            mentions INTEGER NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (entity, source)) WITHOUT ROWID;
        CREATE TABLE appearances (
            entity TEXT NOT NULL REFERENCES entities (id), source TEXT NOT NULL REFERENCES sources (id),
            mentions INTEGER NOT NULL, PRIMARY KEY (entity, source)) WITHOUT ROWID;
        CREATE INDEX appearances_by_source ON appearances (source, entity);
        CREATE TABLE dates (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES sources (id), passage INTEGER NOT NULL
            REFERENCES passages (id), start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
            date TEXT, meaning TEXT NOT NULL, rule TEXT NOT NULL, basis TEXT NOT NULL);
        CREATE INDEX dates_by_place ON dates (source, start);
    """)
    db.create_view("mentions", """
        SELECT f.id, f.source, f.passage, f.start, f.end, f.text, f.kind, f.form, b.now AS entity, f.rule, f.basis
        FROM found_mentions f JOIN became b ON b.thing = f.entity WHERE b.now IS NOT NULL""")


@migrations()
def create_events(db: Database) -> None:
    """What is told: events with reports and participants.

    `sort_date` puts an event at the first day on which it can have happened, which is the one that its date in words
    begins with; of one day what is sure to be of it first, then the ranges that begin there, the shortest first. Where
    only the last day is known, at that one.
    """
    db.executescript("""
        CREATE TABLE events (
            id TEXT PRIMARY KEY, label TEXT NOT NULL, kind TEXT NOT NULL, date TEXT, earliest TEXT, latest TEXT,
            date_inferred INTEGER NOT NULL, date_basis TEXT NOT NULL DEFAULT '',
            status TEXT NOT NULL, disputed INTEGER NOT NULL DEFAULT 0,
            decided INTEGER NOT NULL DEFAULT 0, reports INTEGER NOT NULL,
            sources INTEGER NOT NULL, first_source INTEGER NOT NULL, first_start INTEGER NOT NULL,
            sort_date TEXT AS (coalesce(earliest, latest)
            || iif(earliest IS latest, '', '~' || coalesce(latest, '~'))) VIRTUAL);
        CREATE INDEX events_by_date ON events (sort_date IS NULL, sort_date, first_source, first_start);
        CREATE INDEX events_by_label ON events (label COLLATE NOCASE);
        CREATE INDEX events_by_reports ON events (reports DESC, earliest);
        CREATE TABLE reports (
            id INTEGER PRIMARY KEY, event TEXT NOT NULL REFERENCES events (id), source TEXT NOT NULL
            REFERENCES sources (id), passage INTEGER NOT NULL REFERENCES passages (id), start INTEGER NOT NULL,
            end INTEGER NOT NULL, date TEXT, date_start INTEGER, date_end INTEGER, status TEXT NOT NULL,
            rule TEXT NOT NULL, basis TEXT NOT NULL);
        CREATE INDEX reports_by_event ON reports (event, source, start);
        CREATE INDEX reports_by_place ON reports (source, start);
        CREATE TABLE found_participants (
            event TEXT NOT NULL REFERENCES events (id), entity TEXT NOT NULL REFERENCES became (thing),
            role TEXT NOT NULL, PRIMARY KEY (event, entity, role)) WITHOUT ROWID;
        CREATE INDEX found_participants_by_entity ON found_participants (entity, event);
        -- Of several entities found that are one, several rows may tell of one event.
        CREATE VIEW participants AS
            SELECT f.event, b.now AS entity, f.role FROM found_participants f JOIN became b ON b.thing = f.entity
            WHERE b.now IS NOT NULL;
    """)


@migrations()
def create_statements(db: Database) -> None:
    """What is said: statements with speakers, and citations."""
    db.executescript("""
        CREATE TABLE statements (
            id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources (id), passage INTEGER NOT NULL
            REFERENCES passages (id), start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL,
            speaker_start INTEGER, speaker_end INTEGER, cue_start INTEGER, cue_end INTEGER,
            said TEXT, utterance TEXT NOT NULL, rule TEXT NOT NULL, basis TEXT NOT NULL);
        CREATE INDEX statements_by_place ON statements (source, start);
        CREATE INDEX statements_by_speaker ON statements (source, speaker_start);
        CREATE INDEX statements_by_utterance ON statements (utterance);
        CREATE TABLE relays (
            statement TEXT NOT NULL REFERENCES statements (id), position INTEGER NOT NULL,
            entity TEXT REFERENCES entities (id), start INTEGER NOT NULL, end INTEGER NOT NULL,
            PRIMARY KEY (statement, position)) WITHOUT ROWID;
        CREATE INDEX relays_by_entity ON relays (entity, statement);
        CREATE TABLE speakers (
            -- Key columns first: quick_check of SQLite 3.40 sees NULLs where there are none otherwise.
            statement TEXT NOT NULL REFERENCES statements (id), position INTEGER NOT NULL,
            entity TEXT NOT NULL REFERENCES entities (id), PRIMARY KEY (statement, position)) WITHOUT ROWID;
        CREATE INDEX speakers_by_entity ON speakers (entity, statement);
        CREATE TABLE citations (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES sources (id), passage INTEGER NOT NULL
            REFERENCES passages (id), start INTEGER NOT NULL, end INTEGER NOT NULL, number INTEGER,
            author TEXT, title TEXT, publisher TEXT, published TEXT, accessed TEXT, marks TEXT NOT NULL DEFAULT '[]',
            entity TEXT REFERENCES entities (id));
        CREATE INDEX citations_by_entity ON citations (entity);
        CREATE INDEX citations_by_place ON citations (source, start);
    """)


@migrations()
def create_disagreements(db: Database) -> None:
    """What was compared: matters with their sides, each side's words, and who is silent. `agrees` keeps what only
    differs in wording apart from what differs."""
    db.executescript("""
        CREATE TABLE disagreements (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, agrees INTEGER NOT NULL, question TEXT NOT NULL,
            attribute TEXT NOT NULL, kind TEXT NOT NULL, rank REAL NOT NULL, sides INTEGER NOT NULL,
            sources INTEGER NOT NULL, settled TEXT, rule TEXT NOT NULL, basis TEXT NOT NULL);
        CREATE INDEX disagreements_by_rank ON disagreements (agrees, position);
        CREATE TABLE disagreement_values (
            id INTEGER PRIMARY KEY, disagreement TEXT NOT NULL REFERENCES disagreements (id),
            side INTEGER NOT NULL, value TEXT NOT NULL, voices INTEGER NOT NULL,
            source TEXT NOT NULL REFERENCES sources (id), passage INTEGER NOT NULL REFERENCES passages (id),
            start INTEGER NOT NULL, end INTEGER NOT NULL, statement TEXT REFERENCES statements (id),
            event TEXT REFERENCES events (id));
        CREATE INDEX disagreement_values_by_side ON disagreement_values (disagreement, side, id);
        CREATE INDEX disagreement_values_by_place ON disagreement_values (source, start);
        CREATE INDEX disagreement_values_by_statement ON disagreement_values (statement);
        CREATE INDEX disagreement_values_by_event ON disagreement_values (event);
        CREATE TABLE disagreement_subjects (
            disagreement TEXT NOT NULL REFERENCES disagreements (id), target TEXT NOT NULL,
            PRIMARY KEY (disagreement, target)) WITHOUT ROWID;
        CREATE INDEX disagreement_subjects_by_target ON disagreement_subjects (target, disagreement);
        CREATE TABLE silences (
            disagreement TEXT NOT NULL REFERENCES disagreements (id), source TEXT NOT NULL REFERENCES sources (id),
            PRIMARY KEY (disagreement, source)) WITHOUT ROWID;
        CREATE INDEX silences_by_source ON silences (source, disagreement);
    """)


@migrations()
def create_decisions(db: Database) -> None:
    """What the readers decided, as it stood when this database was written. The journals hold it; here it is only to be
    looked at: every decision with how it stands, what it touched, notes, tags, and lines that prove nothing."""
    db.executescript("""
        CREATE TABLE decisions (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, verb TEXT NOT NULL,
            subject TEXT NOT NULL, value TEXT NOT NULL, why TEXT NOT NULL, state TEXT NOT NULL,
            against TEXT);
        CREATE INDEX decisions_by_position ON decisions (position);
        CREATE TABLE decided (
            target TEXT NOT NULL, decision TEXT NOT NULL REFERENCES decisions (id), PRIMARY KEY (target, decision))
            WITHOUT ROWID;
        CREATE INDEX decided_by_decision ON decided (decision);
        CREATE TABLE tags (
            target TEXT NOT NULL, tag TEXT NOT NULL, decision TEXT NOT NULL REFERENCES decisions (id),
            PRIMARY KEY (target, tag)) WITHOUT ROWID;
        -- How a decision was applied, so that it can be applied anew to a few things: what its words belong to, and
        -- which mentions were split off or added.
        CREATE TABLE concerns (
            decision TEXT NOT NULL, thing TEXT NOT NULL, sort TEXT NOT NULL, PRIMARY KEY (decision, thing))
            WITHOUT ROWID;
        CREATE INDEX concerns_by_thing ON concerns (thing, decision);
        CREATE TABLE moved (
            source TEXT NOT NULL, start INTEGER NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (source, start))
            WITHOUT ROWID;
        CREATE TABLE journal_damage (
            id INTEGER PRIMARY KEY, journal TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL);
    """)


@migrations()
def create_found(db: Database) -> None:
    """What the program concluded, one JSON record each: changed only by a build."""
    db.executescript("""
        CREATE TABLE found_entities (
            position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, called INTEGER NOT NULL, record TEXT NOT NULL,
            uses TEXT NOT NULL);
        CREATE INDEX found_entities_called ON found_entities (called);
        CREATE TABLE found_events (
            position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, called INTEGER NOT NULL, record TEXT NOT NULL);
        CREATE INDEX found_events_called ON found_events (called);
        CREATE TABLE found_statements (
            position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, called INTEGER NOT NULL, record TEXT NOT NULL);
        CREATE INDEX found_statements_called ON found_statements (called);
        CREATE TABLE found_disagreements (
            position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, called INTEGER NOT NULL, record TEXT NOT NULL);
        CREATE INDEX found_disagreements_called ON found_disagreements (called);
        -- Whose words stand where; `source` is the position of the source, a number, because there are many rows.
        CREATE TABLE found_places (
            source INTEGER NOT NULL, start INTEGER NOT NULL, sort TEXT NOT NULL, thing TEXT NOT NULL,
            end INTEGER NOT NULL, PRIMARY KEY (source, start, sort, thing, end)) WITHOUT ROWID;
        -- What else refers to a thing: statements by it, citations of it, disagreements about it.
        CREATE TABLE found_links (
            target TEXT NOT NULL, sort TEXT NOT NULL, thing TEXT NOT NULL, PRIMARY KEY (target, sort, thing))
            WITHOUT ROWID;
    """)


@migrations()
def create_labels(db: Database) -> None:
    """The names, aliases, event labels and source titles that the search line looks through."""
    db.executescript("""
        CREATE TABLE labels (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL);
        CREATE INDEX labels_by_target ON labels (target, kind);
    """)


def index_text(db: Database) -> None:
    """Build both full-text indexes; called once, after the load, which is a third cheaper than triggers.

    `prefix` makes the first letters of a word as cheap as a whole word, for search while typing. The double
    quotes around the content table are what sqlite-utils and Datasette recognize an index by.
    """
    for table in ("passages", "labels"):
        db.executescript(f"""
            CREATE VIRTUAL TABLE {table}_fts USING fts5 (
                text, content="{table}", content_rowid='id', tokenize='{TOKENIZER}', prefix='2 3');
            INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild');
            INSERT INTO {table}_fts ({table}_fts) VALUES ('optimize');
        """)


def create(db: Database) -> None:
    """Give an empty database file its page size, marks and tables."""
    db.executescript(f"""
        PRAGMA page_size = {PAGE_SIZE};
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = {SCHEMA_VERSION};
    """)
    migrations.apply(db)
