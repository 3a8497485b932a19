"""How Sphinx builds these pages: ``sphinx-build -W docs docs/_build``."""

from importlib import metadata

project = "claimtrack"
author = "The claimtrack developers"
project_copyright = "The claimtrack developers"
release = metadata.version("claimtrack")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "claimtrack"

myst_heading_anchors = 3

# `Name` in a docstring is a reference where there is such a name, else plain code.
default_role = "py:obj"
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
