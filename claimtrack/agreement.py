"""Agreement: documents that share a measure or a source's name mean the same by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.claims import Document
from claimtrack.measures import Measure, Subscription


def disagreements(document: Document, others: Iterable[Document]) -> tuple[str, ...]:
    """What *document* means otherwise than one of *others* does, a sentence each: a measure of
    another kind, unit, scope or other states, a source's name that stands for somebody else, or
    for other figures. An earlier version of the document itself is no other.
    """
    found = [
        told
        for other in others
        if other.id != document.id
        for told in (*_of_measures(document, other), *_of_names(document, other))
    ]
    return tuple(dict.fromkeys(found))


def _of_measures(document: Document, other: Document) -> Iterator[str]:
    known = {measure.id: measure for measure in other.measures}
    for measure in document.measures:
        if measure.id in known:
            yield from _of_measure(measure, known[measure.id], other.id)


def _of_measure(measure: Measure, known: Measure, other: str) -> Iterator[str]:
    for name in ("kind", "unit", "scope"):
        here, there = getattr(measure, name), getattr(known, name)
        if here != there:
            yield (
                f'measure "{measure.id}": {name} is {here!r} here and {there!r} in document'
                f' "{other}": give one of them another id'
            )
    if {state.name for state in measure.states} != {state.name for state in known.states}:
        yield f'measure "{measure.id}": its states are others in document "{other}"'
    asked = {one.name: one for one in known.subscriptions}
    for one in measure.subscriptions:
        if one.name in asked and one.options != asked[one.name].options:
            yield (
                f'measure "{measure.id}": "{one.name}" asks for other figures in document'
                f' "{other}": give it another name'
            )


def _of_names(document: Document, other: Document) -> Iterator[str]:
    known = {one.name: one for measure in other.measures for one in measure.subscriptions}
    for measure in document.measures:
        for one in measure.subscriptions:
            if one.name in known and identity(one) != identity(known[one.name]):
                yield (
                    f'the name "{one.name}" stands for {told(known[one.name])} in document'
                    f' "{other}" and for {told(one)} here: give one of them another name'
                )


def identity(subscription: Subscription) -> tuple[str | None, ...]:
    """Whom the name of *subscription* stands for."""
    return (
        subscription.source,
        subscription.publisher,
        subscription.kind,
        subscription.party,
    )


def told(subscription: Subscription) -> str:
    """Whom the name of *subscription* stands for, in words."""
    publisher = subscription.publisher or "nobody named"
    party = f", of {subscription.party}" if subscription.party else ""
    return f"{publisher}{party} (source {subscription.source})"
