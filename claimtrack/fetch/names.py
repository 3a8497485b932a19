"""Names: whether the names of hosts can be looked up at all, and what that says of those that
could not.

That one name fails is its own fault; that all do is this machine's, and no source's. Which of the
two it is shows only beside other names, so an answer without one waits until another name resolved,
or until nothing is left to ask.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimtrack.pages import Answer, Request


@dataclass(slots=True)
class Names:
    """The answers that wait for a name to resolve.

    ``work`` once one did. ``unresolved`` is why the name of a host could not be looked up, by host:
    it is not tried again.
    """

    work: bool = False
    unresolved: dict[str, str] = field(default_factory=dict)
    _failed: set[Request] = field(default_factory=set)
    _held: list[Answer] = field(default_factory=list)

    def resolved(self) -> None:
        """Notes that a name could be looked up."""
        self.work = True

    def failed(self, request: Request) -> None:
        """Notes that *request* failed because a name could not be looked up."""
        self._failed.add(request)

    def passed(self, answer: Answer) -> list[Answer]:
        """What is to be handed over now that *answer* is there: not it, while it waits."""
        if answer.request in self._failed:
            self._held.append(answer)
        passed = [] if answer.request in self._failed else [answer]
        return [*passed, *self._released(asked=True)] if self.work else passed

    def left(self) -> list[Answer]:
        """What still waits when nothing is left to ask: no name could be looked up."""
        return self._released(asked=False)

    def _released(self, *, asked: bool) -> list[Answer]:
        held, self._held = self._held, []
        if asked:
            return held
        return [replace(one, asked=False, reason=_here(one.reason)) for one in held]


def _here(reason: str | None) -> str:
    """*reason* without the name it is of, so that all that fail alike say the same."""
    return f"no name can be looked up here: {(reason or '').rpartition(': ')[2]}"
