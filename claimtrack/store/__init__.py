"""The store: all the SQL there is. Importing it imports SQLAlchemy; nothing above does so early."""

from claimtrack.store.documents import Change, Changes, Revision
from claimtrack.store.record import Recorded
from claimtrack.store.store import Store

__all__ = ["Change", "Changes", "Recorded", "Revision", "Store"]
