"""Addresses: the one address of an article, without what tells who sent the reader there."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

#: Parameters that name no page: campaign marks, click numbers, the feed that led here.
_TRACKING = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|link\w*|format|bbc\w*|ptr\w*|custom\d*)|fbclid|gclid|dclid"
    r"|gbraid|wbraid|msclkid|twclid|yclid|igshid|mc_[ce]id|mkt_tok|ns_\w+|cmpid?|cmp|ocid|ito|smid"
    r"|partner|xtor|wt_\w*|_ga|_gl|mtm_\w+|pk_\w+|piwik_\w+|ref_?src|traffic_source|maca|feed_id"
    r"|_hs(?:enc|mi)|vero_\w+|oly_\w+|__twitter_impression|guccounter|sref|spm|taid)",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def canonical(link: str) -> str | None:
    """*link* as an article is asked for and known by: host in lower case, no fragment, no default
    port and no tracking parameters, the others in their order; None where it is no address of the
    web.
    """
    try:
        parts = urlsplit(link.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or parts.username or parts.password:
        return None
    name = f"[{host}]" if ":" in host else host
    place = name if port in {None, _PORTS[scheme]} else f"{name}:{port}"
    # What stood before the fragment may end in white space, too.
    return urlunsplit((scheme, place, parts.path or "/", _query(parts), "")).strip()


def _query(parts: SplitResult) -> str:
    kept = (one for one in parts.query.split("&") if one and not _is_tracking(one))
    return "&".join(kept)


def _is_tracking(parameter: str) -> bool:
    return _TRACKING.fullmatch(parameter.partition("=")[0]) is not None
