"""The claim file: TOML in, `claimtrack.claims.Document` out.

What a text proposes for one (`claimtrack.claimfile.proposals`) needs the grammars of quotations and
states, and is imported by itself.
"""

from claimtrack.claimfile.check import check_file, claimless, doubts
from claimtrack.claimfile.document import load_document
from claimtrack.claimfile.locate import Located, locate
from claimtrack.claimfile.places import write_places
from claimtrack.claimfile.schema import json_schema
from claimtrack.claimfile.textfile import read_text

__all__ = [
    "Located",
    "check_file",
    "claimless",
    "doubts",
    "json_schema",
    "load_document",
    "locate",
    "read_text",
    "write_places",
]
