"""The catalogue: documents, claims and measures by their names, as known at a moment."""

from __future__ import annotations

from claimtrack.claims import Claim, Document
from claimtrack.errors import UnknownName
from claimtrack.measures import Measure
from claimtrack.names import nearest
from claimtrack.store import Store
from claimtrack.store.documents import merged_measures
from claimtrack.values import DayLike, moment


class Catalogue:
    """What a tracker's names mean. With *as_known*, what was on record by then: a claim that has
    been revised since is found as it stood, whichever of its names is used.
    """

    def __init__(self, store: Store, as_known: DayLike | None = None) -> None:
        self._store = store
        self._as_known = as_known
        self._documents = store.documents(as_known=as_known)

    def documents(self, id: str | None = None) -> tuple[Document, ...]:
        """The document of that id alone, or all. Raises `UnknownName`."""
        if id is None:
            return self._documents
        chosen = tuple(document for document in self._documents if document.id == id)
        if not chosen:
            known = [document.id for document in self._documents]
            raise UnknownName("document", id, nearest(id, known))
        return chosen

    def claim(self, name: str) -> tuple[Document, Claim]:
        """The claim named by id, or ``document/id``, with its document; one that is retired or
        renamed is found by the name it had. Raises `UnknownName`.
        """
        standing = [(found, claim) for found in self._documents for claim in found.claims]
        matches = [pair for pair in standing if name in (pair[1].id, pair[1].name)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            names = tuple(claim.name for _, claim in matches)
            raise UnknownName("single claim", name, names)
        return self._under_another_name(name, [claim.id for _, claim in standing])

    def _under_another_name(self, name: str, known: list[str]) -> tuple[Document, Claim]:
        try:
            revisions = self._store.revisions(name)
        except UnknownName as error:
            # Names of other claims are no help to who asks about a day before they were made.
            raise UnknownName("claim", name, nearest(name, known)) from error
        until = None if self._as_known is None else moment(self._as_known)
        for revision in reversed(revisions):
            if revision.claim is None or (until is not None and revision.recorded_at > until):
                continue
            document = self._store.document(revision.claim.document, as_known=revision.recorded_at)
            return document, revision.claim
        raise UnknownName("claim on record by then", name, nearest(name, known))

    def measures(self) -> dict[str, Measure]:
        """Every measure by its id."""
        return {measure.id: measure for measure in merged_measures(self._documents)}

    def measure(self, id: str) -> Measure:
        """The measure of that id. Raises `UnknownName`."""
        known = self.measures()
        if id not in known:
            raise UnknownName("measure", id, nearest(id, known))
        return known[id]

    def measure_of(self, name: str) -> str:
        """The id of the measure *name*, or of the first measure of the claim *name*.
        Raises `UnknownName`.
        """
        known = self.measures()
        if name in known:
            return name
        try:
            return self.claim(name)[1].measure
        except UnknownName as error:
            if error.kind != "claim":
                raise
            claims = [claim.id for document in self._documents for claim in document.claims]
            raise UnknownName("claim or measure", name, nearest(name, [*known, *claims])) from None
