"""Sources: the one door by which plugins, the project's own and a stranger's, come in.

A plugin is a module (or object) registered under the entry point group ``claimtrack``; its hooks
give sources and whatever else it brings.
"""

from claimtrack.sources.company import Company
from claimtrack.sources.door import Sources, load_sources
from claimtrack.sources.hooks import HOOKS, Hooks, hookimpl
from claimtrack.sources.plugins import SetAside, check_plugins
from claimtrack.sources.source import Source, extractor
from claimtrack.sources.texts import TextReaders

__all__ = [
    "HOOKS",
    "Company",
    "Hooks",
    "SetAside",
    "Source",
    "Sources",
    "TextReaders",
    "check_plugins",
    "extractor",
    "hookimpl",
    "load_sources",
]
