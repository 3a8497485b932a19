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
    else than a subject. ``negations`` deny, unless ``not_only`` stands behind them; who does what
    is ``denying`` says that he did not say so. With ``hearing`` before the verb a text passes on
    what others say (of English `denials` tells both, by whole phrases).
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
    not_only: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    hearing: frozenset[str] = frozenset()


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
        "deem deemed termed lament laments lamented mused muses retort retorts retorted retorting "
        "counter counters countered countering ruled rules mutter mutters muttered mumbled "
        "screamed yelled sobbed pleaded begged roared chanted remarking interjected scoffed "
        "sneered snapped thundered fumed enthused gushed opined chimed rejoined"
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
        "bekräftigte twitterte so zitiert äußerte mahnte berichtete geschrieben geäußert genannt "
        "bezeichnet verkündete hieß räumte gestand verteidigte unterstrich postete bestätigte "
        "stellte hob führte resümierte sprach"
    ),
    citing=(("laut",), ("zufolge",), ("nach", "angaben", "von"), ("nach", "den", "worten", "von")),
    first_person=word_set("ich wir"),
    third_person=word_set("er sie es"),
    be=word_set("wird wurde wurden worden"),
    by=word_set("von vom"),
    modifiers=word_set(
        "hat haben hatte hätte habe am auch noch später dann zudem bereits erneut dabei dazu "
        "soll sollen sollte angeblich montag dienstag mittwoch donnerstag freitag samstag sonntag"
    ),
    before_noun=word_set("der die das ein eine einen seine ihre"),
    links=word_set("und aber oder dass weil wenn als in im am auf zu mit nach vor bei für"),
    relatives=word_set("der die das"),
    works=word_set("buch roman film lied artikel essay aufsatz bericht serie"),
    named=word_set("titel betitelt"),
    negations=word_set(
        "nicht nie niemals kein keine keinen keiner keinem nichts niemand ohne weder"
    ),
    not_only=word_set("nur bloß allein"),
    denying=word_set(
        "bestritt bestreitet bestritten leugnete leugnet dementierte dementiert verneinte wies"
    ),
    hearing=word_set("soll sollen angeblich vermeintlich offenbar mutmaßlich"),
)
_FRENCH = SpeechWords(
    verbs=word_set(
        "dit disait déclare déclaré affirme affirmé explique expliqué ajoute ajouté écrit répond "
        "répondu assure assuré annonce annoncé souligne souligné estime estimé lance lancé avertit "
        "averti prévient prévenu indique indiqué précise précisé confié insiste insisté demande "
        "demandé juge jugé rappelle rappelé dénonce dénoncé qualifié résume résumé martèle martelé "
        "tranche tranché poursuit poursuivi conclut conclu raconte raconté témoigne reconnaît "
        "reconnu plaide plaidé regrette regretté promet promis tweeté posté publié réagi"
    ),
    citing=(("selon",), ("d'après",), ("d’après",), ("pour",)),
    first_person=word_set("je nous j'ai"),
    third_person=word_set("il elle ils elles on"),
    modifiers=word_set(
        "a ont avait aurait auraient aussi encore ensuite également hier t jamais lundi mardi "
        "mercredi jeudi vendredi samedi dimanche avoir"
    ),
    before_noun=word_set("le la les un une des son sa ses leur du"),
    links=word_set("et mais ou que qui parce quand dans à au en de sur pour avec"),
    relatives=word_set("qui dont"),
    works=word_set("livre roman film chanson article essai rapport série"),
    named=word_set("intitulé intitulée"),
    negations=word_set("ne n pas jamais aucun aucune rien personne sans ni non"),
    not_only=word_set("seulement"),
    denying=word_set(
        "nie nié niait nient dément démenti démentait conteste contesté réfute réfuté"
    ),
    hearing=word_set("aurait auraient prétendument"),
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
    modifiers=word_set(
        "ha han había habría habrían también ayer luego después lunes martes miércoles jueves "
        "viernes sábado domingo haber"
    ),
    before_noun=word_set("el la los las un una su sus"),
    links=word_set("y pero o que porque cuando en a al de del para con por"),
    relatives=word_set("quien que"),
    works=word_set("libro novela película canción artículo ensayo informe serie"),
    named=word_set("titulado titulada"),
    negations=word_set("no nunca jamás nada nadie ningún ninguna ninguno sin ni tampoco"),
    not_only=word_set("sólo solo solamente"),
    denying=word_set("negó niega negaron niegan desmintió desmiente rechazó"),
    hearing=word_set("habría habrían supuestamente presuntamente"),
)
_FINNISH = SpeechWords(
    verbs=word_set(
        "sanoo sanoi sanoivat kertoo kertoi kertoivat toteaa totesi kirjoittaa kirjoitti vastasi "
        "vastaa lisäsi lisää kysyi korosti korostaa väitti väittää ilmoitti varoitti arvioi "
        "painotti huomautti selitti jatkoi julisti kommentoi sanonut sanoneen kertonut kertoneen "
        "todennut todenneen väittänyt väittäneen kirjoittanut kirjoittaneen kutsunut kutsuneen "
        "vastannut ilmoittanut kuvaili kutsui kehui moitti muistutti perusteli tiivisti pohti "
        "ihmetteli vakuutti lupasi tviittasi"
    ),
    cited_after=word_set("mukaan mielestä"),
    first_person=word_set("minä me"),
    third_person=word_set("hän he"),
    modifiers=word_set(
        "on oli ei myös eilen tänään myöhemmin maanantaina tiistaina keskiviikkona torstaina "
        "perjantaina lauantaina sunnuntaina väitetään kuulemma tiettävästi"
    ),
    links=word_set("ja mutta tai että koska kun jos"),
    relatives=word_set("joka jotka"),
    works=word_set("kirja romaani elokuva laulu artikkeli"),
    negations=word_set("ei en et emme ette eivät älä älkää ilman ikinä koskaan"),
    not_only=word_set("vain ainoastaan"),
    denying=word_set("kiisti kiistää kiistivät kielsi kieltää"),
    hearing=word_set("väitetään väitettiin kuulemma tiettävästi kerrotaan"),
)


def _past(masculine: str) -> frozenset[str]:
    """Verbs of Russian or Ukrainian in the past tense, as he, she and they have them."""
    forms: set[str] = set()
    for verb in masculine.split():
        itself = verb.endswith("ся")
        stem = verb.removesuffix("ся")[:-1]
        forms |= {verb, f"{stem}ла{'сь' * itself}", f"{stem}ли{'сь' * itself}"}
    return frozenset(forms)


_RUSSIAN = SpeechWords(
    verbs=_past(
        "сказал заявил отметил подчеркнул добавил написал ответил сообщил пояснил предупредил "
        "спросил назвал рассказал говорил уточнил объяснил призвал признал напомнил высказался "
        "возразил заверил пообещал продолжил пожаловался прокомментировал подтвердил утверждал"
    )
    | word_set(
        "говорит утверждает считает уверен уверена пишет сообщает отмечает цитирует передаёт "
        "передает поясняет заявляет подчёркивает подчеркивает"
    ),
    citing=(("по", "словам"), ("согласно",)),
    first_person=word_set("я мы"),
    third_person=word_set("он она они"),
    modifiers=word_set("также ранее позже вчера сегодня не никогда якобы будто вроде"),
    links=word_set("и но или что как потому когда если в на о к с"),
    relatives=word_set("который которая"),
    works=word_set("книга роман фильм песня статья"),
    negations=word_set("не нет никогда ни без никто ничего нельзя"),
    not_only=word_set("только просто"),
    denying=_past("отрицал") | word_set("отрицает опроверг опровергла опровергает"),
    hearing=word_set("якобы будто предположительно"),
)
_UKRAINIAN = SpeechWords(
    verbs=_past(
        "сказав заявив зазначив підкреслив додав написав повідомив пояснив попередив запитав "
        "наголосив назвав розповів казав говорив уточнив закликав визнав нагадав висловився "
        "запевнив пообіцяв продовжив поскаржився прокоментував підтвердив стверджував відповів"
    )
    | word_set(
        "каже вважає говорить переконаний переконана пише повідомляє зазначає наголошує цитує "
        "заявляє стверджує розповідає пояснює підкреслює"
    ),
    citing=(("за", "словами"), ("згідно", "з")),
    first_person=word_set("я ми"),
    third_person=word_set("він вона вони"),
    modifiers=word_set("також раніше пізніше вчора сьогодні не ніколи нібито начебто буцімто"),
    links=word_set("і й та але або що як тому коли якщо в у на про до з"),
    relatives=word_set("який яка"),
    works=word_set("книга роман фільм пісня стаття"),
    negations=word_set("не ні ніколи без ніхто нічого жоден неможливо"),
    not_only=word_set("тільки лише просто"),
    denying=_past("заперечив спростував") | word_set("заперечує спростовує"),
    hearing=word_set("нібито начебто буцімто ймовірно"),
)
_HUNGARIAN = SpeechWords(
    verbs=word_set(
        "mondta mondja mondták mondják mondott közölte közölték közli írta írják írja jelentette "
        "kijelentette kijelentették fogalmazott fogalmaztak fogalmaz hangsúlyozta hangsúlyozták "
        "nyilatkozta nyilatkozott kérdezte válaszolta felelte tette hozzátette hozzátették "
        "állította állítja elmondta elmondták elmondja kifejtette figyelmeztetett magyarázta "
        "megjegyezte leszögezte kiemelte emelte üzente nevezte nevezi bejelentette jelezte "
        "szögezte fejtette jegyezte hangoztatta tájékoztatott reagált ígérte elismerte"
    ),
    cited_after=word_set("szerint"),
    first_person=word_set("én mi"),
    third_person=word_set("ő ők"),
    modifiers=word_set(
        "azt ezt is ki hozzá meg el fel le be még később tegnap ma korábban állítólag nem soha "
        "hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap arra erre róla úgy így"
    ),
    links=word_set("és de vagy hogy mert ha amikor majd aki amely"),
    relatives=word_set("aki akik amely"),
    works=word_set("könyv regény film dal cikk"),
    negations=word_set("nem ne sem soha sose senki semmi nincs nélkül"),
    not_only=word_set("csak csupán"),
    denying=word_set("tagadta tagadja tagadták cáfolta cáfolja cáfolták"),
    hearing=word_set("állítólag állítólagosan"),
)

_BY_LANGUAGE: Mapping[str, SpeechWords] = {
    "en": ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "fi": _FINNISH,
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
    "hu": _HUNGARIAN,
}

#: All but English, whose verbs are told apart where they stand right behind a quotation.
OTHER_LANGUAGES = tuple(words for words in _BY_LANGUAGE.values() if words is not ENGLISH)


def speech_words(language: str) -> SpeechWords:
    """The words of *language* (a tag such as ``en`` or ``pt-BR``); English where it has none."""
    return _BY_LANGUAGE.get(language.casefold().partition("-")[0], ENGLISH)
