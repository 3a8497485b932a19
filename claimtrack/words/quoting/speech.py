"""Speech: the words of a language by which texts say that somebody said something. Data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimtrack.words.tokens import word_set


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The words of one language, all in lower case.

    ``verbs`` are those of saying, in every form; ``citing`` the words before whom a text follows
    ("according to"), each as its words; ``cited_after`` the words behind him. ``named`` stand
    before a title of a work, ``modifiers`` may stand between a subject and its verb,
    ``before_noun`` before a noun that looks like a verb ("his claims"), ``links`` begin something
    else than a subject. ``negations`` deny.
    """

    verbs: frozenset[str]
    citing: tuple[tuple[str, ...], ...] = ()
    cited_after: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    third_person: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    before_noun: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()


_WEEK = "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow"

ENGLISH = SpeechWords(
    verbs=word_set(
        "say says said saying tell tells told telling ask asks asked asking add adds added adding "
        "reply replies replied replying answer answers answered write writes wrote writing written "
        "announce announces announced announcing declare declares declared declaring state states "
        "stated stating insist insists insisted insisting warn warns warned warning claim claims "
        "claimed claiming argue argues argued arguing note notes noted noting explain explains "
        "explained explaining stress stresses stressed stressing tweet tweets tweeted post posts "
        "posted posting suggest suggests suggested suggesting admit admits admitted admitting "
        "acknowledge acknowledges acknowledged concede concedes conceded remark remarks remarked "
        "comment comments commented commenting continue continues continued conclude concludes "
        "concluded observe observes observed respond responds responded responding call calls "
        "called calling describe describes described describing vow vows vowed vowing pledge "
        "pledges pledged promise promises promised promising urge urges urged urging assert "
        "asserts asserted asserting allege alleges alleged maintain maintains maintained recall "
        "recalls recalled quip quips quipped joke jokes joked shout shouts shouted cry cries cried "
        "exclaim exclaims exclaimed whisper whispered murmur murmured demand demands demanded "
        "demanding threaten threatens threatened threatening accuse accuses accused accusing "
        "criticise criticises criticised criticize criticizes criticized denounce denounced "
        "condemn condemns condemned praise praises praised report reports reported reporting "
        "reiterate reiterates reiterated emphasise emphasised emphasize emphasized underline "
        "underlined boast boasts boasted complain complains complained caution cautions cautioned "
        "predict predicts predicted propose proposed reveal reveals revealed proclaim proclaims "
        "proclaimed pronounce pronounced quote quotes quoted quoting repeat repeats repeated think "
        "thinks thought dismiss dismisses dismissed label labels labelled labeled brand branded "
        "dub dubbed hail hails hailed deny denies denied denying characterise characterised "
        "characterize characterized confirm confirms confirmed pointed points "
        "deem deemed termed lament laments lamented mused muses"
    ),
    citing=(
        ("according", "to"),
        ("in", "the", "words", "of"),
        ("as", "told", "by"),
        ("quoting",),
        ("citing",),
    ),
    first_person=word_set("i we me us my our"),
    third_person=word_set("he she they it him her"),
    be=word_set("is are was were be been being am"),
    by=word_set("by"),
    modifiers=word_set(
        f"has have had having did does do would will may might could can should also later then "
        f"earlier once even still again just never not recently already now first further often "
        f"always previously on last this week month year soon only {_WEEK}"
    ),
    before_noun=word_set(
        "a an the his her their its our my your this that these those no any some such of in on "
        "by with for from to at many several all more other another each every"
    ),
    links=word_set(
        "and but or nor so yet while when as if because that which in on at to of for from by with "
        "after before during since until despite although though what where how whether about "
        "against into over under without than not then also is are was were will would could "
        "should has had have may might can must"
    ),
    relatives=word_set("who whose which whom"),
    works=word_set(
        "book novel film movie song poem essay article paper report series podcast album play "
        "documentary memoir bestseller programme program show column editorial op-ed painting "
        "opera musical anthem monograph study chapter headline magazine journal blog section event "
        "episode"
    ),
    named=word_set("titled entitled headlined captioned subtitled"),
    negations=word_set(
        "not n't never no none nobody nothing nowhere neither nor without cannot hardly refuse "
        "refuses refused deny denies denied"
    ),
)  # fmt: skip

_GERMAN = SpeechWords(
    verbs=word_set(
        "sagt sagte sagten sagen gesagt erklärt erklärte erklärten betont betonte meint meinte "
        "schreibt schrieb schrieben teilte fügte ergänzte warnt warnte kündigte antwortete fragte "
        "forderte nannte nennt bezeichnete behauptete behauptet kritisierte rief versicherte "
        "bekräftigte twitterte so zitiert äußerte mahnte berichtete"
    ),
    citing=(("laut",), ("zufolge",), ("nach", "angaben", "von"), ("nach", "den", "worten", "von")),
    first_person=word_set("ich wir"),
    third_person=word_set("er sie es"),
    be=word_set("wird wurde wurden worden"),
    by=word_set("von vom"),
    modifiers=word_set("hat haben hatte am auch noch später dann zudem bereits erneut dabei"),
    before_noun=word_set("der die das ein eine einen seine ihre"),
    links=word_set("und aber oder dass weil wenn als in im am auf zu mit nach vor bei für"),
    relatives=word_set("der die das"),
    works=word_set("buch roman film lied artikel essay aufsatz bericht serie"),
    named=word_set("titel betitelt"),
    negations=word_set(
        "nicht nie niemals kein keine keinen keiner keinem nichts niemand ohne weder"
    ),
)
_FRENCH = SpeechWords(
    verbs=word_set(
        "dit disait déclare déclaré affirme affirmé explique expliqué ajoute ajouté écrit répond "
        "répondu assure assuré annonce annoncé souligne souligné estime estimé lance lancé avertit "
        "averti prévient prévenu indique indiqué précise précisé confié insiste insisté demande "
        "demandé juge jugé rappelle rappelé dénonce dénoncé qualifié"
    ),
    citing=(("selon",), ("d'après",), ("d’après",), ("pour",)),
    first_person=word_set("je nous j'ai"),
    third_person=word_set("il elle ils elles on"),
    modifiers=word_set("a ont avait aussi encore ensuite également hier t"),
    before_noun=word_set("le la les un une des son sa ses leur du"),
    links=word_set("et mais ou que qui parce quand dans à au en de sur pour avec"),
    relatives=word_set("qui dont"),
    works=word_set("livre roman film chanson article essai rapport série"),
    named=word_set("intitulé intitulée"),
    negations=word_set("ne n pas jamais aucun aucune rien personne sans ni non"),
)
_SPANISH = SpeechWords(
    verbs=word_set(
        "dijo dice dicen dijeron afirmó afirma declaró declara añadió agregó explicó aseguró "
        "señaló escribió respondió preguntó advirtió anunció insistió indicó sostuvo subrayó "
        "manifestó expresó contó llamó calificó denunció"
    ),
    citing=(("según",), ("de", "acuerdo", "con")),
    first_person=word_set("yo nosotros"),
    third_person=word_set("él ella ellos ellas"),
    modifiers=word_set("ha han había también ayer luego después"),
    before_noun=word_set("el la los las un una su sus"),
    links=word_set("y pero o que porque cuando en a al de del para con por"),
    relatives=word_set("quien que"),
    works=word_set("libro novela película canción artículo ensayo informe serie"),
    named=word_set("titulado titulada"),
    negations=word_set("no nunca jamás nada nadie ningún ninguna ninguno sin ni tampoco"),
)
_FINNISH = SpeechWords(
    verbs=word_set(
        "sanoo sanoi sanoivat kertoo kertoi kertoivat toteaa totesi kirjoittaa kirjoitti vastasi "
        "vastaa lisäsi lisää kysyi korosti korostaa väitti väittää ilmoitti varoitti arvioi "
        "painotti huomautti selitti jatkoi julisti kommentoi"
    ),
    cited_after=word_set("mukaan mielestä"),
    first_person=word_set("minä me"),
    third_person=word_set("hän he"),
    modifiers=word_set("on oli myös eilen tänään myöhemmin"),
    links=word_set("ja mutta tai että koska kun jos"),
    relatives=word_set("joka jotka"),
    works=word_set("kirja romaani elokuva laulu artikkeli"),
    negations=word_set("ei en et emme ette eivät älä älkää ilman ikinä koskaan"),
)
_RUSSIAN = SpeechWords(
    verbs=word_set(
        "сказал сказала сказали говорит заявил заявила заявили отметил отметила подчеркнул добавил "
        "добавила написал написала ответил ответила сообщил сообщила пояснил предупредил спросил "
        "утверждает считает назвал назвала"
    ),
    citing=(("по", "словам"), ("согласно",)),
    first_person=word_set("я мы"),
    third_person=word_set("он она они"),
    modifiers=word_set("также ранее позже вчера сегодня"),
    links=word_set("и но или что потому когда если в на о к с"),
    relatives=word_set("который которая"),
    works=word_set("книга роман фильм песня статья"),
    negations=word_set("не нет никогда ни без никто ничего нельзя"),
)
_UKRAINIAN = SpeechWords(
    verbs=word_set(
        "сказав сказала сказали каже заявив заявила заявили зазначив зазначила підкреслив додав "
        "додала написав написала відповів відповіла повідомив повідомила пояснив попередив запитав "
        "наголосив наголосила вважає назвав назвала"
    ),
    citing=(("за", "словами"), ("згідно", "з")),
    first_person=word_set("я ми"),
    third_person=word_set("він вона вони"),
    modifiers=word_set("також раніше пізніше вчора сьогодні"),
    links=word_set("і й та але або що тому коли якщо в у на про до з"),
    relatives=word_set("який яка"),
    works=word_set("книга роман фільм пісня стаття"),
    negations=word_set("не ні ніколи без ніхто нічого жоден неможливо"),
)

_BY_LANGUAGE: Mapping[str, SpeechWords] = {
    "en": ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "fi": _FINNISH,
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
}

#: All but English, whose verbs are told apart where they stand right behind a quotation.
OTHER_LANGUAGES = tuple(words for words in _BY_LANGUAGE.values() if words is not ENGLISH)


def speech_words(language: str) -> SpeechWords:
    """The words of *language* (a tag such as ``en`` or ``pt-BR``); English where it has none."""
    return _BY_LANGUAGE.get(language.casefold().partition("-")[0], ENGLISH)
