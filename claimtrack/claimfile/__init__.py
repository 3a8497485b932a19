"""The claim file: TOML in, `claimtrack.claims.Document` out."""

from claimtrack.claimfile.check import check_file
from claimtrack.claimfile.document import load_document

__all__ = ["check_file", "load_document"]
