"""The record as people read it: the views ``evidence`` and ``history``.

Revision 0002, after 0001. They hold nothing of their own; claimtrack itself never reads them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

#: One row a sighting: what a reader read off a page, and when that page was first seen.
EVIDENCE = """
CREATE VIEW evidence AS
SELECT
    facts.measure,
    facts.source,
    COALESCE(facts.as_of, SUBSTR(shown.first, 1, 10)) AS as_of,
    passages.basis AS as_of_basis,
    SUBSTR(facts.value, 3) AS value,
    {amount} AS amount,
    facts.error,
    {quote} AS quote,
    passages.locator,
    addresses.url,
    shown.snapshot,
    {seen_at} AS seen_at,
    {last_seen_at} AS last_seen_at,
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
LEFT JOIN redactions ON redactions.snapshot = shown.snapshot
"""

#: A quote is kept while some page that showed it stands, and shown beside those pages alone.
QUOTE = "CASE WHEN redactions.id IS NULL THEN passages.quote ELSE '[redacted]' END"

#: What a source gives for one day replaces what it gave before: of the values that share these,
#: those seen last stand, unless one of them is withdrawn or was published before another.
GROUP = "facts.measure, facts.source, facts.as_of, facts.scope, facts.attribution"

#: One row an observation, as `Tracker.history` gives it of all that is known.
HISTORY = f"""
CREATE VIEW history AS
SELECT
    measure,
    source,
    COALESCE(as_of, SUBSTR(first, 1, 10)) AS as_of,
    basis AS as_of_basis,
    SUBSTR(value, 3) AS value,
    {{amount}} AS amount,
    error,
    {{seen_at}} AS first_seen_at,
    {{last_seen_at}} AS last_confirmed_at,
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
    ({{superseded}}) AS superseded,
    extractor,
    digest AS fact
FROM (
    SELECT
        facts.measure, facts.source, facts.as_of, facts.value, facts.error, facts.scope,
        facts.attribution, facts.withdrawn, facts.digest, current.first, current.last,
        current.recorded_at, current.newest, passages.basis, passages.published_at,
        {{quote}} AS quote, passages.locator, passages.derived, views.snapshot, views.extractor,
        addresses.url,
        MAX(CASE WHEN current.last = current.newest THEN passages.published_at END)
            OVER (PARTITION BY {GROUP}) AS published_last,
        MAX(CASE WHEN current.last = current.newest AND facts.withdrawn THEN 1 ELSE 0 END)
            OVER (PARTITION BY {GROUP}, facts.value, facts.error) AS taken_back
    FROM (
        SELECT
            observations.fact, observations.address, observations.view, observations.passage,
            observations.first, observations.last, observations.recorded_at,
            MAX(observations.last) OVER (PARTITION BY {GROUP}) AS newest
        FROM observations
        JOIN facts ON facts.id = observations.fact
    ) AS current
    JOIN facts ON facts.id = current.fact
    JOIN passages ON passages.id = current.passage
    JOIN views ON views.id = current.view
    JOIN addresses ON addresses.id = current.address
    LEFT JOIN redactions ON redactions.snapshot = views.snapshot
) AS told
"""

#: An undated observation is superseded by nothing: its spell ended.
SUPERSEDED = """as_of IS NOT NULL AND (
        last < newest
        OR (published_at IS NOT NULL AND published_at < published_last)
        OR (taken_back = 1 AND NOT withdrawn)
    )"""


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    moment = "CAST(SUBSTR({0}, 1, 26) AS TIMESTAMP) AT TIME ZONE 'UTC'"
    if not postgresql:
        moment = "REPLACE(SUBSTR({0}, 1, 26), 'T', ' ')"
    amount = "CASE WHEN SUBSTR({0}, 1, 2) = 'n:' THEN CAST(SUBSTR({0}, 3) AS DOUBLE PRECISION) END"
    create(
        EVIDENCE.format(
            quote=QUOTE,
            amount=amount.format("facts.value"),
            seen_at=moment.format("shown.first"),
            last_seen_at=moment.format("shown.last"),
        )
    )
    create(
        HISTORY.format(
            quote=QUOTE,
            amount=amount.format("value"),
            seen_at=moment.format("first"),
            last_seen_at=moment.format("last"),
            superseded=SUPERSEDED,
        )
    )


def create(view: str) -> None:
    op.execute(sa.text(view.replace("n:", "n\\:")))  # no parameter
