CREATE TABLE claimtrack_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT claimtrack_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE transactions (
	id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_transactions PRIMARY KEY (id)
);
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT uq_documents_document_version UNIQUE (document, version)
);
CREATE TABLE claims (
	id INTEGER NOT NULL, 
	lineage BIGINT NOT NULL, 
	revision INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	body TEXT, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_claims PRIMARY KEY (id), 
	CONSTRAINT uq_claims_lineage_revision UNIQUE (lineage, revision)
);
CREATE INDEX ix_claims_document ON claims (document);
CREATE TABLE measures (
	id INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	body TEXT, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_measures PRIMARY KEY (id), 
	CONSTRAINT uq_measures_document_measure_revision UNIQUE (document, measure, revision)
);
CREATE TABLE descriptions (
	id INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_descriptions PRIMARY KEY (id)
);
CREATE INDEX ix_descriptions_source ON descriptions (source);
CREATE TABLE reviews (
	id INTEGER NOT NULL, 
	lineage BIGINT NOT NULL, 
	status TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_reviews PRIMARY KEY (id)
);
CREATE INDEX ix_reviews_lineage ON reviews (lineage);
CREATE TABLE snapshots (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	media_type TEXT, 
	size BIGINT NOT NULL, 
	content BLOB, 
	recorded_at DATETIME NOT NULL, coding TEXT, 
	CONSTRAINT pk_snapshots PRIMARY KEY (id), 
	CONSTRAINT uq_snapshots_sha256 UNIQUE (sha256)
);
CREATE TABLE redactions (
	id INTEGER NOT NULL, 
	snapshot TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_redactions PRIMARY KEY (id), 
	CONSTRAINT uq_redactions_snapshot UNIQUE (snapshot)
);
CREATE TABLE addresses (
	id INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	source TEXT NOT NULL, 
	url TEXT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_addresses PRIMARY KEY (id), 
	CONSTRAINT uq_addresses_digest UNIQUE (digest)
);
CREATE TABLE attempts (
	id INTEGER NOT NULL, 
	address BIGINT NOT NULL, 
	turn TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	status INTEGER, 
	reason TEXT, 
	snapshot TEXT, 
	headers TEXT NOT NULL, 
	bytes BIGINT NOT NULL, 
	seconds DOUBLE NOT NULL, 
	recorded_at DATETIME NOT NULL, asked BOOLEAN DEFAULT 1 NOT NULL, requests INTEGER, shared BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_attempts PRIMARY KEY (id), 
	CONSTRAINT uq_attempts_turn UNIQUE (turn), 
	CONSTRAINT fk_attempts_address FOREIGN KEY(address) REFERENCES addresses (id)
);
CREATE INDEX ix_attempts_address ON attempts (address, turn);
CREATE TABLE views (
	id INTEGER NOT NULL, 
	snapshot TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	source TEXT NOT NULL, 
	extractor TEXT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_views PRIMARY KEY (id), 
	CONSTRAINT uq_views_snapshot_measure_source_extractor UNIQUE (snapshot, measure, source, extractor)
);
CREATE INDEX ix_views_measure ON views (measure);
CREATE TABLE results (
	id INTEGER NOT NULL, 
	attempt BIGINT NOT NULL, 
	position INTEGER NOT NULL, 
	measure TEXT NOT NULL, 
	status TEXT NOT NULL, 
	extractor TEXT NOT NULL, 
	reason TEXT, 
	"view" BIGINT, 
	tells BOOLEAN NOT NULL, 
	address BIGINT NOT NULL, 
	turn TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_results PRIMARY KEY (id), 
	CONSTRAINT uq_results_attempt_position UNIQUE (attempt, position), 
	CONSTRAINT fk_results_attempt FOREIGN KEY(attempt) REFERENCES attempts (id), 
	CONSTRAINT fk_results_view FOREIGN KEY("view") REFERENCES views (id), 
	CONSTRAINT fk_results_address FOREIGN KEY(address) REFERENCES addresses (id)
);
CREATE INDEX ix_results_slot ON results (measure, address, turn, "view", status, recorded_at);
CREATE INDEX ix_results_view ON results ("view", turn, address, recorded_at);
CREATE TABLE facts (
	id INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	source TEXT NOT NULL, 
	as_of TEXT, 
	value TEXT NOT NULL, 
	error TEXT, 
	scope TEXT, 
	attribution TEXT, 
	withdrawn BOOLEAN NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY (id), 
	CONSTRAINT uq_facts_digest UNIQUE (digest)
);
CREATE INDEX ix_facts_measure ON facts (measure, as_of, recorded_at, source);
CREATE TABLE passages (
	id INTEGER NOT NULL, 
	fact BIGINT NOT NULL, 
	evidence BLOB NOT NULL, 
	basis TEXT NOT NULL, 
	quote TEXT, 
	locator TEXT, 
	published_at DATETIME, 
	derived BOOLEAN NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_passages PRIMARY KEY (id), 
	CONSTRAINT fk_passages_fact FOREIGN KEY(fact) REFERENCES facts (id)
);
CREATE INDEX ix_passages_fact ON passages (fact);
CREATE INDEX ix_passages_evidence ON passages (evidence);
CREATE TABLE sightings (
	"view" BIGINT NOT NULL, 
	dated BOOLEAN NOT NULL, 
	passage BIGINT NOT NULL, 
	batch BIGINT NOT NULL, 
	CONSTRAINT pk_sightings PRIMARY KEY ("view", dated, passage), 
	CONSTRAINT fk_sightings_view FOREIGN KEY("view") REFERENCES views (id), 
	CONSTRAINT fk_sightings_passage FOREIGN KEY(passage) REFERENCES passages (id), 
	CONSTRAINT fk_sightings_batch FOREIGN KEY(batch) REFERENCES transactions (id)
)
 WITHOUT ROWID;
CREATE TABLE spells (
	measure TEXT NOT NULL, 
	address BIGINT NOT NULL, 
	first TEXT NOT NULL, 
	last TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	CONSTRAINT pk_spells PRIMARY KEY (measure, address, first)
);
CREATE TABLE observations (
	fact BIGINT NOT NULL, 
	address BIGINT NOT NULL, 
	first TEXT NOT NULL, 
	last TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	dated BOOLEAN NOT NULL, 
	"view" BIGINT NOT NULL, 
	passage BIGINT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_observations PRIMARY KEY (fact, address, first)
);
CREATE INDEX ix_observations_measure ON observations (measure);
CREATE TRIGGER transactions_no_delete BEFORE DELETE ON transactions BEGIN SELECT RAISE(ABORT, 'transactions is append-only'); END;
CREATE TRIGGER transactions_no_update BEFORE UPDATE ON transactions  BEGIN SELECT RAISE(ABORT, 'transactions is append-only'); END;
CREATE TRIGGER transactions_no_replace BEFORE INSERT ON transactions WHEN EXISTS (SELECT 1 FROM transactions WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'transactions is append-only'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents  BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER documents_no_replace BEFORE INSERT ON documents WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM documents WHERE document = NEW.document AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'claims is append-only'); END;
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims  BEGIN SELECT RAISE(ABORT, 'claims is append-only'); END;
CREATE TRIGGER claims_no_replace BEFORE INSERT ON claims WHEN EXISTS (SELECT 1 FROM claims WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM claims WHERE lineage = NEW.lineage AND revision = NEW.revision) BEGIN SELECT RAISE(ABORT, 'claims is append-only'); END;
CREATE TRIGGER measures_no_delete BEFORE DELETE ON measures BEGIN SELECT RAISE(ABORT, 'measures is append-only'); END;
CREATE TRIGGER measures_no_update BEFORE UPDATE ON measures  BEGIN SELECT RAISE(ABORT, 'measures is append-only'); END;
CREATE TRIGGER measures_no_replace BEFORE INSERT ON measures WHEN EXISTS (SELECT 1 FROM measures WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM measures WHERE document = NEW.document AND measure = NEW.measure AND revision = NEW.revision) BEGIN SELECT RAISE(ABORT, 'measures is append-only'); END;
CREATE TRIGGER descriptions_no_delete BEFORE DELETE ON descriptions BEGIN SELECT RAISE(ABORT, 'descriptions is append-only'); END;
CREATE TRIGGER descriptions_no_update BEFORE UPDATE ON descriptions  BEGIN SELECT RAISE(ABORT, 'descriptions is append-only'); END;
CREATE TRIGGER descriptions_no_replace BEFORE INSERT ON descriptions WHEN EXISTS (SELECT 1 FROM descriptions WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'descriptions is append-only'); END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews is append-only'); END;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews  BEGIN SELECT RAISE(ABORT, 'reviews is append-only'); END;
CREATE TRIGGER reviews_no_replace BEFORE INSERT ON reviews WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'reviews is append-only'); END;
CREATE TRIGGER snapshots_no_delete BEFORE DELETE ON snapshots BEGIN SELECT RAISE(ABORT, 'snapshots is append-only'); END;
CREATE TRIGGER snapshots_no_replace BEFORE INSERT ON snapshots WHEN EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM snapshots WHERE sha256 = NEW.sha256) BEGIN SELECT RAISE(ABORT, 'snapshots is append-only'); END;
CREATE TRIGGER redactions_no_delete BEFORE DELETE ON redactions BEGIN SELECT RAISE(ABORT, 'redactions is append-only'); END;
CREATE TRIGGER redactions_no_update BEFORE UPDATE ON redactions  BEGIN SELECT RAISE(ABORT, 'redactions is append-only'); END;
CREATE TRIGGER redactions_no_replace BEFORE INSERT ON redactions WHEN EXISTS (SELECT 1 FROM redactions WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM redactions WHERE snapshot = NEW.snapshot) BEGIN SELECT RAISE(ABORT, 'redactions is append-only'); END;
CREATE TRIGGER addresses_no_delete BEFORE DELETE ON addresses BEGIN SELECT RAISE(ABORT, 'addresses is append-only'); END;
CREATE TRIGGER addresses_no_update BEFORE UPDATE ON addresses  BEGIN SELECT RAISE(ABORT, 'addresses is append-only'); END;
CREATE TRIGGER addresses_no_replace BEFORE INSERT ON addresses WHEN EXISTS (SELECT 1 FROM addresses WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM addresses WHERE digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'addresses is append-only'); END;
CREATE TRIGGER attempts_no_delete BEFORE DELETE ON attempts BEGIN SELECT RAISE(ABORT, 'attempts is append-only'); END;
CREATE TRIGGER attempts_no_update BEFORE UPDATE ON attempts  BEGIN SELECT RAISE(ABORT, 'attempts is append-only'); END;
CREATE TRIGGER attempts_no_replace BEFORE INSERT ON attempts WHEN EXISTS (SELECT 1 FROM attempts WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM attempts WHERE turn = NEW.turn) BEGIN SELECT RAISE(ABORT, 'attempts is append-only'); END;
CREATE TRIGGER views_no_delete BEFORE DELETE ON views BEGIN SELECT RAISE(ABORT, 'views is append-only'); END;
CREATE TRIGGER views_no_update BEFORE UPDATE ON views  BEGIN SELECT RAISE(ABORT, 'views is append-only'); END;
CREATE TRIGGER views_no_replace BEFORE INSERT ON views WHEN EXISTS (SELECT 1 FROM views WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM views WHERE snapshot = NEW.snapshot AND measure = NEW.measure AND source = NEW.source AND extractor = NEW.extractor) BEGIN SELECT RAISE(ABORT, 'views is append-only'); END;
CREATE TRIGGER results_no_delete BEFORE DELETE ON results BEGIN SELECT RAISE(ABORT, 'results is append-only'); END;
CREATE TRIGGER results_no_update BEFORE UPDATE ON results  BEGIN SELECT RAISE(ABORT, 'results is append-only'); END;
CREATE TRIGGER results_no_replace BEFORE INSERT ON results WHEN EXISTS (SELECT 1 FROM results WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM results WHERE attempt = NEW.attempt AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'results is append-only'); END;
CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts  BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;
CREATE TRIGGER facts_no_replace BEFORE INSERT ON facts WHEN EXISTS (SELECT 1 FROM facts WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM facts WHERE digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;
CREATE TRIGGER passages_no_delete BEFORE DELETE ON passages BEGIN SELECT RAISE(ABORT, 'passages is append-only'); END;
CREATE TRIGGER passages_no_update BEFORE UPDATE ON passages WHEN NOT (NEW.quote IS NULL AND NEW.id IS OLD.id AND NEW.fact IS OLD.fact AND NEW.evidence IS OLD.evidence AND NEW.basis IS OLD.basis AND NEW.locator IS OLD.locator AND NEW.published_at IS OLD.published_at AND NEW.derived IS OLD.derived AND NEW.recorded_at IS OLD.recorded_at AND (SELECT COUNT(*) > 0 AND COUNT(*) = COUNT(redactions.id) FROM facts JOIN views ON views.measure = facts.measure AND views.source = facts.source JOIN sightings ON sightings.view = views.id AND sightings.dated = (facts.as_of IS NOT NULL) AND sightings.passage = NEW.id LEFT JOIN redactions ON redactions.snapshot = views.snapshot WHERE facts.id = NEW.fact)) BEGIN SELECT RAISE(ABORT, 'passages is append-only'); END;
CREATE TRIGGER passages_no_replace BEFORE INSERT ON passages WHEN EXISTS (SELECT 1 FROM passages WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'passages is append-only'); END;
CREATE TRIGGER sightings_no_delete BEFORE DELETE ON sightings BEGIN SELECT RAISE(ABORT, 'sightings is append-only'); END;
CREATE TRIGGER sightings_no_update BEFORE UPDATE ON sightings  BEGIN SELECT RAISE(ABORT, 'sightings is append-only'); END;
CREATE TRIGGER sightings_no_replace BEFORE INSERT ON sightings WHEN EXISTS (SELECT 1 FROM sightings WHERE view = NEW.view AND dated = NEW.dated AND passage = NEW.passage) BEGIN SELECT RAISE(ABORT, 'sightings is append-only'); END;
CREATE VIEW evidence AS
SELECT
    facts.measure,
    facts.source,
    COALESCE(facts.as_of, SUBSTR(shown.first, 1, 10)) AS as_of,
    passages.basis AS as_of_basis,
    SUBSTR(facts.value, 3) AS value,
    CASE WHEN SUBSTR(facts.value, 1, 2) = 'n:' THEN CAST(SUBSTR(facts.value, 3) AS DOUBLE PRECISION) END AS amount,
    facts.error,
    CASE WHEN redactions.id IS NULL THEN passages.quote ELSE '[redacted]' END AS quote,
    passages.locator,
    addresses.url,
    shown.snapshot,
    REPLACE(SUBSTR(shown.first, 1, 26), 'T', ' ') AS seen_at,
    REPLACE(SUBSTR(shown.last, 1, 26), 'T', ' ') AS last_seen_at,
    shown.times AS times_seen,
    passages.published_at,
    transactions.recorded_at,
    facts.scope,
    facts.attribution,
    passages.derived,
    facts.withdrawn,
    shown.extractor,
    facts.digest AS fact
FROM (
    SELECT
        views.id,
        views.snapshot,
        views.extractor,
        (SELECT MIN(results.turn) FROM results
         WHERE results.view = views.id AND results.status = 'read') AS first,
        (SELECT MAX(results.turn) FROM results
         WHERE results.view = views.id AND results.status = 'read') AS last,
        (SELECT COUNT(*) FROM results
         WHERE results.view = views.id AND results.status = 'read') AS times
    FROM views
) AS shown
JOIN sightings ON sightings.view = shown.id
JOIN passages ON passages.id = sightings.passage
JOIN facts ON facts.id = passages.fact
JOIN transactions ON transactions.id = sightings.batch
JOIN attempts ON attempts.turn = shown.first
JOIN addresses ON addresses.id = attempts.address
LEFT JOIN redactions ON redactions.snapshot = shown.snapshot;
CREATE VIEW history AS
SELECT
    measure,
    source,
    COALESCE(as_of, SUBSTR(first, 1, 10)) AS as_of,
    basis AS as_of_basis,
    SUBSTR(value, 3) AS value,
    CASE WHEN SUBSTR(value, 1, 2) = 'n:' THEN CAST(SUBSTR(value, 3) AS DOUBLE PRECISION) END AS amount,
    error,
    REPLACE(SUBSTR(first, 1, 26), 'T', ' ') AS first_seen_at,
    REPLACE(SUBSTR(last, 1, 26), 'T', ' ') AS last_confirmed_at,
    recorded_at,
    published_at,
    quote,
    locator,
    url,
    snapshot,
    scope,
    attribution,
    derived,
    withdrawn,
    (as_of IS NOT NULL AND (
        last < newest
        OR (published_at IS NOT NULL AND published_at < published_last)
        OR (taken_back = 1 AND NOT withdrawn)
    )) AS superseded,
    extractor,
    digest AS fact
FROM (
    SELECT
        facts.measure, facts.source, facts.as_of, facts.value, facts.error, facts.scope,
        facts.attribution, facts.withdrawn, facts.digest, current.first, current.last,
        current.recorded_at, current.newest, passages.basis, passages.published_at,
        CASE WHEN redactions.id IS NULL THEN passages.quote ELSE '[redacted]' END AS quote, passages.locator, passages.derived, views.snapshot, views.extractor,
        addresses.url,
        MAX(CASE WHEN current.last = current.newest THEN passages.published_at END)
            OVER (PARTITION BY facts.measure, facts.source, facts.as_of, facts.scope, facts.attribution) AS published_last,
        MAX(CASE WHEN current.last = current.newest AND facts.withdrawn THEN 1 ELSE 0 END)
            OVER (PARTITION BY facts.measure, facts.source, facts.as_of, facts.scope, facts.attribution, facts.value, facts.error) AS taken_back
    FROM (
        SELECT
            observations.fact, observations.address, observations.view, observations.passage,
            observations.first, observations.last, observations.recorded_at,
            MAX(observations.last) OVER (PARTITION BY facts.measure, facts.source, facts.as_of, facts.scope, facts.attribution) AS newest
        FROM observations
        JOIN facts ON facts.id = observations.fact
    ) AS current
    JOIN facts ON facts.id = current.fact
    JOIN passages ON passages.id = current.passage
    JOIN views ON views.id = current.view
    JOIN addresses ON addresses.id = current.address
    LEFT JOIN redactions ON redactions.snapshot = views.snapshot
) AS told;
CREATE TABLE judged (
	id INTEGER NOT NULL, 
	batch BIGINT NOT NULL, 
	result BIGINT NOT NULL, 
	known_at DATETIME NOT NULL, 
	CONSTRAINT pk_judged PRIMARY KEY (id)
);
CREATE TABLE standings (
	lineage BIGINT NOT NULL, 
	document TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	day DATE NOT NULL, 
	label_then TEXT NOT NULL, 
	label_now TEXT NOT NULL, 
	status TEXT NOT NULL, 
	since DATE, 
	evidence TEXT NOT NULL, 
	fit DOUBLE, 
	figure TEXT NOT NULL, 
	findings TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	position BIGINT NOT NULL, 
	statement TEXT NOT NULL, 
	type TEXT NOT NULL, 
	measure TEXT, 
	distance TEXT, 
	sentence TEXT NOT NULL, since_known TEXT, since_earliest DATE, since_latest DATE, 
	CONSTRAINT pk_standings PRIMARY KEY (lineage)
);
CREATE TABLE judgements (
	lineage BIGINT NOT NULL, 
	known_at DATETIME NOT NULL, 
	document TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	day DATE NOT NULL, 
	label_then TEXT NOT NULL, 
	label_now TEXT NOT NULL, 
	status TEXT NOT NULL, 
	since DATE, 
	evidence TEXT NOT NULL, 
	fit DOUBLE, 
	figure TEXT NOT NULL, 
	findings TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	cause TEXT NOT NULL, 
	CONSTRAINT pk_judgements PRIMARY KEY (lineage, known_at)
);
CREATE TABLE transitions (
	lineage BIGINT NOT NULL, 
	number INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	changed_on DATE NOT NULL, 
	earliest DATE NOT NULL, 
	latest DATE NOT NULL, 
	label_before TEXT NOT NULL, 
	label_after TEXT NOT NULL, 
	cause TEXT NOT NULL, 
	because TEXT NOT NULL, 
	fact TEXT, 
	CONSTRAINT pk_transitions PRIMARY KEY (lineage, number)
);
CREATE TABLE hosts (
	host TEXT NOT NULL, 
	next_at DATETIME, 
	spaced DOUBLE NOT NULL, 
	failures INTEGER NOT NULL, 
	failed_at DATETIME, 
	refusals INTEGER NOT NULL, 
	retry_at DATETIME, 
	reason TEXT, 
	CONSTRAINT pk_hosts PRIMARY KEY (host)
);
CREATE TABLE robots (
	origin TEXT NOT NULL, 
	text TEXT, 
	read_at DATETIME, 
	tried_at DATETIME, 
	failing_since DATETIME, 
	reason TEXT, 
	CONSTRAINT pk_robots PRIMARY KEY (origin)
);
CREATE TRIGGER snapshots_no_update BEFORE UPDATE ON snapshots WHEN NOT (NEW.content IS NULL AND NEW.id IS OLD.id AND NEW.sha256 IS OLD.sha256 AND NEW.media_type IS OLD.media_type AND NEW.size IS OLD.size AND NEW.recorded_at IS OLD.recorded_at AND NEW.coding IS OLD.coding AND EXISTS (SELECT 1 FROM redactions WHERE redactions.snapshot = NEW.sha256)) BEGIN SELECT RAISE(ABORT, 'snapshots is append-only'); END;
CREATE VIEW claims_now AS
SELECT
    standings.document,
    standings.claim,
    standings.type,
    standings.statement,
    standings.measure,
    standings.label_then,
    standings.label_now,
    standings.status,
    standings.since,
    standings.since_known,
    standings.since_earliest,
    standings.since_latest,
    standings.evidence,
    standings.figure,
    standings.fit,
    standings.distance,
    standings.findings,
    standings.rule,
    standings.sentence,
    standings.day AS judged_on,
    said.status AS review,
    said.by AS reviewed_by,
    said.reason AS review_reason
FROM standings
LEFT JOIN reviews AS said ON said.id = (
    SELECT MAX(reviews.id) FROM reviews WHERE reviews.lineage = standings.lineage
);
INSERT INTO claimtrack_version VALUES ('0007');
