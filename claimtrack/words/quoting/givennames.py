"""Given names: those that mostly women or mostly men bear, so that a title of the other sex shows
that another of the surname is meant. Names that both bear, here or there, are left out.
"""

from __future__ import annotations

from typing import Literal

from claimtrack.words.tokens import word_set

_OF_WOMEN = word_set(
    """
    ada agnes alice amanda amelia amy anastasia angela anita ann anna anne annika astrid audrey
    barbara beatrice betty birgit brenda brigitte carla carmen carol caroline catherine cecilia
    charlotte christina christine clara claudia cynthia daria deborah diana donna dorothy edith
    eleanor elena elisabeth elizabeth ella ellen emilia emily emma esther eva evelyn florence
    frances gabriela gerda giorgia gloria grace greta hannah heidi helen helena helga hilda ida
    ingrid irene irina isabel isabella jane janet jennifer jessica joan joanna julia juliet karen
    katarina kate katerina katherine kateryna kathleen katja kristina larisa laura lena linda lisa
    louise lucy ludmila lyudmila magdalena margaret maria marian marie marta martha mary matilda
    megan melissa michelle monica monika nadia nancy natalia natalie nina nora oksana olena olga
    olivia pamela patricia paula penelope petra rachel rebecca regina renate rita roberta rosa rose
    ruth sabine samantha sandra sara sarah sharon sofia sonia sophia sophie stella stephanie susan
    susanna svetlana svitlana sylvia tamara tatiana teresa theresa tatyana ursula valentina valerie
    vera veronica victoria viktoria virginia yelena yulia zoe
    """
)
_OF_MEN = word_set(
    """
    aaron abraham adam adolf ahmed alan albert alexander alexei alfred ali anatoly andrei andrew
    andriy anthony anton antonio arnold arthur benjamin bernard boris brian bruce carlos charles
    christian christopher daniel david dennis dietrich dmitri dmitry dmytro donald douglas edgar
    edward emmanuel eric ernest eugene felix ferdinand fernando francis francisco frank franz fred
    frederick friedrich gary geoffrey georg george gerald gerhard giuseppe gordon graham gregory
    gustav hans harold harry heinrich helmut henry herbert hugh igor ivan jack jacob james jason
    javier jeffrey jens jeremy john jonathan joseph juan karl keir keith kenneth kevin konstantin
    kyrylo lars lawrence leonard leonid lev louis luis lukas luke mark markus martin matthew max
    michael miguel mikhail mohamed mohammed muhammad nathan neil nicholas nikolai oleg oleksandr
    olaf oliver oscar otto patrick paul pavel pedro peter philip pierre pyotr ralph raymond richard
    rishi robert roger roman ronald russell samuel sean sergei sergey serhiy simon stanislav stefan
    stephen steven stuart taras theodore thomas timothy tobias tom vadim valery vasily viktor victor
    vincent vitali vitaly vladimir volodymyr walter werner wilhelm william yuri
    """
)


def sex_of(given: str) -> Literal["woman", "man", ""]:
    """The sex of nearly all who bear the name *given*, in small letters; empty where not known."""
    if given in _OF_WOMEN:
        return "woman"
    return "man" if given in _OF_MEN else ""
