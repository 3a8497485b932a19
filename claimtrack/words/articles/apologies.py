"""Apologies: the words with which a page begins to say that it has nothing."""

from __future__ import annotations

import re

_WORDS = """
    sorry, very sorry, we're sorry, we’re sorry, we are sorry, we are very sorry, unfortunately,
    oops, ooops, whoops, uh oh, uh-oh, hmm, hmmm, oh no, ups, hoppla, huch, leider, entschuldigung,
    désolé, désolés, nous sommes désolés, oups, mince, lo sentimos, vaya, ops, ci dispiace,
    spiacenti, purtroppo, desculpe, lamentamos, helaas, tyvärr, beklager, desværre, hups,
    valitettavasti, przepraszamy, niestety, omlouváme se, bohužel, sajnos, ne pare rău, üzgünüz,
    maalesef, извините, к сожалению, упс, ой, вибачте, на жаль, λυπούμαστε, 抱歉, 很抱歉, 对不起,
    申し訳ございません, 죄송합니다, عذراً, عذرا
"""
_BUT = "but|mais|pero|ma|mas|aber"
_BY_LENGTH = sorted((" ".join(one.split()) for one in _WORDS.split(",")), key=len, reverse=True)
_APOLOGY = re.compile(
    rf"^\W*(?:{'|'.join(map(re.escape, _BY_LENGTH))})(?:\W+(?:{_BUT})\b)?(?:\W+|$)", re.IGNORECASE
)


def without_apology(heading: str) -> str:
    """What *heading* says besides that it is sorry."""
    return _APOLOGY.sub("", heading)
