"""Writer names: whom a byline names, told from what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

#: What a piece may be called in front of who wrote it: "Eine Kolumne von", "Opinion by".
_GENRE = (
    r"(?:(?:eine?|an?|the|une?|una?|un|une)\s+)?(?:guest\s+)?(?:written|words|reported|reporting|story"
    r"|submitted|compiled|aufgezeichnet|protokolliert|rédigé|publicad[oa]|pubblicato|skrevet|skriven"
    r"|publicerad|publisert|stories|analysis|analyse|análisis|analisi|posted|published|artikel|article|geschrieben|verfasst"
    r"|erstellt|text|texts?|texte|testo|texto|publié|écrit|escrito|scritto|geschreven|beitrag|gastbeitrag"
    r"|kolumne|kommentar|leitartikel|essay|bericht|reportage|glosse|rezension|interview|porträt|opinion"
    r"|commentary|comment|column|review|report|feature|perspective|post|chronique|tribune|entretien"
    r"|propos recueillis|columna|entrevista|opinión|reportaje|crónica|intervista)\s+"
    r"(?:(?:&|und|and|et|e|y)\s+\w+\s+)?"
)
_BY = re.compile(
    rf"\A\W*(?:(?:{_GENRE})?(?:by|von(?!\s+(?:links|rechts|oben|unten)\b)|par|por|di|door|af|av|od"
    r"|autor|de la rédaction|scritto da|a cura di|napisał[ai]?|opracował[ai]?"
    r"|aus \w+ (?:von|berichtet))\b:?"
    r"|by(?=[A-Z])|(?:words|text|story)\s+(?-i:(?=[A-Z]))"
    r"|(?:authors?|autor|autor(?:/in|in|en|es|ka)|auteurs?|autore|verfasser(?:in)?|written"
    r"|words|reporter|skribent|szerző|piše|píše|napsal[ai]?|scris de|автор|автори|авторы|текст"
    r"|contributor|protokoll|redacción|teksti|kirjoittaja|autor textu|opracowanie"
    r"|opracował[ai]?|yazan|yazar|συντάκτης|撰文"
    r"|著者|文|作者|记者|記者|기자|بقلم|كتب|كتبت|الكاتب"
    r"|(?:texte?|texto|testo|tekst)(?:\s+(?:&|und|and|et|e|y|og|och)\s+\w+)?)\s*[:：●]"
    r"|autor/in\b|文[/／]|author\s+(?-i:(?=[A-ZÀ-Ý]))"
    r"|(?:本报|本報)?(?:记者|記者)\s*(?=[一-鿿]{2,4}(?:[\s/／]|\Z)))\s*",
    re.IGNORECASE,
)
#: What may stand in front of that: the day, or who did something else.
_BEFORE_BY = re.compile(
    r"\A.{0,60}?\b(?:written by|\d{4}\W{0,3}(?:by|von|par|por|av|di|af|door))\s+", re.IGNORECASE
)
_BY_OTHERS = re.compile(
    r"\A\W*(?:translated|edited|(?:medically )?reviewed|fact[ -]checked|photo\w*|illustrated"
    r"|übersetzt|traduit|tradotto|traducido)\b[^,;|]{0,30}?\b(?:by|von|par|da|di|por)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\s(<|,]*\S+@\S+\.\w+\S*")
# Where a name ends and what stands behind it begins: a day, a place, a handle, a button.
_BEHIND = re.compile(
    r"\s*(?:[|·•►>@(\[{#]|https?:|\s[-–—]\s|(?-i:(?<=\s)[^\W\dA-ZÀ-Ý]{2,8}\s)?\b\d"
    r"|\b(?:more stories|more by|follow|(?:last )?updated|published"
    r"|posted|twitter|view|see all|all posts|alle artikel|search for|quelle|source|foto|for|on|in"
    r"|at|am|um|is an?|has been|ist|leave a comment|no comments?|as told to"
    r"|special to"
    r"|publi(?:é|ée|cado|cada|sert|cerad)|veröffentlicht|aktualisiert|actualizad[oa]"
    r"|pubblicato|aggiornato|mis à jour|oppdatert|uppdaterad|опубликовано|обновлено"
    r"|(?:e-?mail|bio|profile?)(?=\W*\Z|\s*\|))\b(?=[\s:]|$)"
    r"|\b(?:le|il|el)\s+(?=\d))",
    re.IGNORECASE,
)
#: What others did: they took the pictures, put it into another language or saw it through.
_OTHERS_WORK = re.compile(
    r"[,;.]?\s+(?:photo(?:s|graphs?|graphy|graphies)?|pictures?|images?|fotos?|bilder|video"
    r"|illustrat\w+|edited|editing|translat\w+|übersetz\w+|aus dem \w+ von|traduit\w*|traduc\w+"
    r"|tradotto|produced|production|additional reporting|art|graphics?|grafik|zdroj|quelle|fuente"
    r"|fonte|source)\b(?=\s*(?:[:&/]|(?:by|von|par|por|di|av|from|of|\w+ by)\b))"
    r"|\s+(?:photography|photographs|photos|fotos|fact[ -]checked|reviewed by)\b"
    r"|\s*(?:责任编辑|責任編輯|编辑|編輯|校对|来源|來源|摄影|攝影|撮影)",
    re.IGNORECASE,
)
#: A day that stands close behind a name, or begins with its month.
_DAY_BEHIND = re.compile(
    r"(?<=[^\W\d])\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|mär|mai|okt|dez|avr|juil|août|déc|ene|abr|ago|dic)[^\W\d]*\.?,?\s+\d{1,2}\b",
    re.IGNORECASE,
)
#: From where one of several wrote: "Ann Lee in Oslo and Bob Ray in Rome".
_WHERE = re.compile(
    r"\s(?:in|à|en|aus|from)\s+[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+){0,2}"
    r"(?=(?:,|;|\s*&|\s(?:and|und|et|y|e))\s+[A-ZÀ-Ý][\w'’-]+\s[A-ZÀ-Ý])"
)
#: Where an agency's report comes from: "(Seoul=Yonhap) ".
_PLACE_BEFORE = re.compile(r"\A\([^()]{1,30}\)\s*(?=\w+\s*(?:기자|특파원))")
_IN_BRACKETS = re.compile(r"\([^()]+\)")
_ENDS = (_BEHIND, _OTHERS_WORK, _DAY_BEHIND)
_ADDRESS = re.compile(r"(?:https?:)?//|/|www\.|\S+@\S+\.\w+\Z", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\b(?:(?:autor(?:in)?|author|auteur|text|автор|szerző|yazar|autore)\s*:|more stories by\b)"
    r"|(?:作者|著者|记者|記者)\s*[:：])\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:autor(?:in)?|author|auteur|autore|автор|szerző|yazar)\s*:\s"
    r"|(?:作者|著者|记者|記者)\s*[:：]",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"[:()<>=]|\Alast\Z|\b(?:follow|more|share|read|click|about|us|minutes?|hours?|ago)\b",
    re.IGNORECASE,
)
#: A day without its figures; "Jan" and "June" are names too, where another stands beside them.
_A_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:\d{1,2}\.?\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+)?"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?",
    re.IGNORECASE,
)
#: Of these a piece is all the same, beside whoever wrote for them.
_AGENCY = r"AFP|AP|DPA|APA|EPD|KNA|ANSA|EFE|PAP|MTI|TASS|UPI|PTI|ANI|STT|NTB|TT|ANP|SDA|ATS|CTK|BNS"
_BETWEEN = re.compile(
    r"\s*(?:[,;/／|·、，]|\s(?:and|und|et|og|och|&|with|mit|avec|en)\s)\s*", re.IGNORECASE
)
#: "And" in languages in which it may be a part of a name: "José Ortega y Gasset".
_AND = re.compile(r"(?<=\w)\s(?:y|e|i|a|ja|és|и|і|й|та|ve|và|και)\s(?=\w)")
_SUFFIX = re.compile(r"\A(?:jr|sr|ii|iii|iv|md|phd|ph\.d|m\.d)\.?\Z", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:writers?|reporters?|correspondent\w*|editors?|editorial|columnist|contributor|producer"
    r"|journalist\w*|analyst|fellow|professor|researcher|lecturer|candidate|founder|co-founder|president|корреспондент|журналист|редактор|economist|chef\w*redakt\w+|redakteur\w*|freelancer?|photographer|fotograf\w*|director"
    r"|photo|image|bild|getty|reuters staff|staff|admin|administrator|webmaster|guest|unknown"
    r"|anonymous|undefined|null|none|author|autor|kommentare?|comments?)\b",
    re.IGNORECASE,
)
#: What stands behind a name without a sign: "Ann Holm Staff Writer".
_TITLE = re.compile(
    r"(?<=\w)\s+(?:(?:staff|senior|chief|freelance|guest|special|assistant|associate|contributing|managing"
    r"|political|science|business|health|sports?|foreign|city|news|digital|multimedia|investigative"
    r"|education|crime|courts?|data|economics?|finance|travel|food|arts?|culture|entertainment|online"
    r"|video|environment|climate|transport|tech(?:nology)?|defen[cs]e|diplomatic|europe|world|national"
    r"|local|community|opinion|deputy|legal|royal)\s+)*(?:author|writer|reporter|correspondent"
    r"|editor|columnist|contributor|producer|analyst|fellow|journalist|redakteur(?:in)?|korrespondent(?:in)?)\Z",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"\A\w+\s*=\s*(?=\w+\s*(?:기자|특파원))|(?<=\w)\s*(?:기자|특파원|記者)\Z")
#: The house that one writes for, in capitals behind a name in small letters.
_HOUSE_BEHIND = re.compile(r"(?<=[a-zà-ž])(?:\s+(?!(?:II+|IV|MD|JR|SR)\Z)[A-Z]{2,})+\Z")
_THE_HOUSE_BEHIND = re.compile(r"(?<=[^\W\d_])(?<!\bBy)(?<=\w\w)\s+The(?:\s+[A-Z]\w+)+\Z")
#: The like without an article, behind two words or more.
_PAPER_BEHIND = re.compile(
    r"(?<=\w\s)(?P<name>\S+)\s+(?:[A-Z]\w+\s+)?"
    r"(?:Press|PRESS|News|Times|Radio|TV|Magazine|Herald|Tribune|Gazette|Courier|Journal|Media)\Z"
)
#: With which a name of several words may begin small.
_SMALL = frozenset(
    ["de", "da", "di", "du", "del", "della", "dos", "von", "van", "der", "den", "ten", "ter", "af",
     "al", "el", "bin", "ibn", "abu", "le", "la"]
)  # fmt: skip
_WIRE = re.compile(
    rf"(?:{_AGENCY}|sid|reuters|bloomberg|interfax|belga|xinhua(?: news agency)?|kyodo(?: news)?"
    r"|(?:the )?(?:australian )?associated press|agence france[- ]presse|press association|pa media"
    r"|(?:the )?canadian press|deutsche presse-agentur|press trust of india|anadolu(?: agency)?"
    r"|yonhap(?: news agency)?|united press international)",
    re.IGNORECASE,
)
#: Words of what is no person.
_ORGANISATION = re.compile(
    r"\b(?:press|news\w*|times|daily|radio|tv|universit\w+|institut\w*|college|school|cent(?:er|re)|foundation"
    r"|agency|network|media|magazine|journal|gazette|bureau|council|ministry|department|society|association"
    r"|herald|tribune|courier|observer|telegraph|chronicle|studio|group|inc|ltd|gmbh|llc|online|of|the)\b",
    re.IGNORECASE,
)
#: In scripts that part words, a name of one word behind one of several is a place.
_ONE_WORD = re.compile(r"[^\W\d_\u2e80-\uffff][^\s\d\u2e80-\uffff]*")
_HOUSE = re.compile(rf"(?!(?:{_AGENCY})\Z)[A-Z]{{2,5}}")
#: What its owner signs in with: "ann.holm"; an ending of three letters may be a domain's.
_LOGIN = re.compile(r"[a-z0-9]+[._][a-z0-9]{4,}")
#: Who signs where nobody does by name.
_DESK = re.compile(
    r"(?:the\s+)?(?:(?:\w+[\s-]+)?(?:redaktion|newsroom|editorial (?:board|staff|team))|editors?"
    r"|(?:\w+ ){1,3}(?:desk|staff|team|bureau|newsroom)|staff(?: reports?)?"
    r"|(?:la )?(?:rédaction|redacción)|redazione|agencies|agences|agenturen|agencias|agenzie"
    r"|redação|redactie|redakcja|redaks?jonen|redaktionen|toimitus)",
    re.IGNORECASE,
)
_MOST_WORDS, _LONGEST_NAME = 6, 60


def names_in(text: str) -> list[str]:
    """The persons that a byline names: "By Ann Lee and Bob Ray, Staff Writers" is two."""
    given = [part for part in _BETWEEN.split(names_alone(text)) if not part.endswith(":")]
    parts = [one for part in given for one in _apart(part)]
    return _without_houses([part for part in map(_clean, _with_suffixes(parts)) if is_a_name(part)])


def _apart(names: str) -> list[str]:
    """The two that *names* are where each is a name in full, else *names*."""
    parts = _AND.split(names)
    return parts if all(len(part.split()) > 1 for part in parts) else [names]


def _without_houses(names: list[str]) -> list[str]:
    """*names* without whom the one before writes for, what he is and where: "Ann Lee, CNN", "Ann
    Lee, Professor of Law, Oslo".
    """
    kept: list[str] = []
    for name in names:
        if not kept or " " not in kept[0] or not _is_of_another(name, kept[-1]):
            kept.append(name)
    return kept


def _is_of_another(name: str, before: str) -> bool:
    """Whether *name* is no second person's, but says something of who was named *before* it."""
    if is_a_wire(name):
        return False
    if _ORGANISATION.search(name) or _ROLE.search(name):
        return True
    is_house = _HOUSE.fullmatch(name.split()[0]) is not None and not before.isupper()
    return is_house or (_ONE_WORD.fullmatch(name) is not None and not is_a_desk(name))


def names_alone(text: str) -> str:
    """The byline *text* without what stands before its names ("By") and behind them, a place, a day
    or an address; empty where it is an address.
    """
    bare = unescape(text).strip(" '\"")
    if _ADDRESS.match(bare):
        return ""
    bare = _MAIL.sub("", _WHERE.sub("", bare))
    bare = bare.strip()[1:-1] if _IN_BRACKETS.fullmatch(bare.strip()) else bare
    bare = _BEFORE_BY.sub("", _PLACE_BEFORE.sub("", bare))
    if _BY_OTHERS.match(bare):
        return ""
    labelled = _LABEL.search(bare)
    bare = bare[labelled.end() :] if labelled else bare
    while (shorter := _BY.sub("", bare)) != bare:
        bare = shorter
    ends = [found.start() for sign in _ENDS if (found := sign.search(bare, 1))]
    return bare[: min(ends)] if ends else bare


def is_a_byline(line: str) -> bool:
    """Whether *line* begins with what names a writer ("By"), or has a label for one."""
    return _BY.match(line) is not None or has_label(line)


def has_label(line: str) -> bool:
    """Whether *line* has a label for a writer ("Autor:") somewhere."""
    return _LABELLED.search(line) is not None


def _with_suffixes(parts: Iterable[str]) -> list[str]:
    """*parts* with a "Jr." put back to its name."""
    joined: list[str] = []
    for part in parts:
        if joined and _SUFFIX.match(part.strip()):
            joined[-1] = f"{joined[-1]} {part.strip()}"
        else:
            joined.append(part)
    return joined


def _clean(name: str) -> str:
    bare = re.sub(
        r"\A(?:and|und|et|avec|mit|with|&)\s+", "", " ".join(name.split()).strip(" ,:;*–—-/|[]")
    )
    bare = _TITLE.sub("", bare) if bare.count(" ") > 1 else bare
    bare = _REPORTER.sub("", bare)
    bare = _THE_HOUSE_BEHIND.sub("", bare)
    bare = _PAPER_BEHIND.sub(r"\g<name>", bare) if bare.count(" ") > 2 else bare
    bare = _HOUSE_BEHIND.sub("", bare) if bare.count(" ") > 1 else bare
    bare = bare[: len(bare) // 2] if bare == bare[: len(bare) // 2] * 2 else bare
    words = bare.split()
    half = len(words) // 2
    # A name for readers and the same for machines, side by side.
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else bare


def _begins_small(name: str) -> bool:
    """Whether *name* begins with a small word that no name does, and goes on with a large one."""
    first, _, rest = name.partition(" ")
    return first.islower() and not rest.islower() and rest != "" and first not in _SMALL


def is_a_desk(name: str) -> bool:
    """Whether *name* is that of a desk, which signs where nobody does by name."""
    return _DESK.fullmatch(name) is not None


def is_a_wire(name: str) -> bool:
    """Whether *name* is that of an agency, which sends what others print."""
    return _WIRE.fullmatch(name) is not None


def is_a_name(name: str) -> bool:
    """Whether *name* may be somebody's, by its length and its words."""
    letters = sum(sign.isalpha() for sign in name)
    if letters < 2 or len(name.split()) > _MOST_WORDS or len(name) > _LONGEST_NAME:
        return False
    if _ADDRESS.match(name) or _LOGIN.fullmatch(name) or _A_DAY.fullmatch(name):
        return False
    if _NO_NAME.search(name) or (_ROLE.search(name) and name.islower()) or _begins_small(name):
        return False
    if is_a_desk(name):
        return True
    return _ROLE.search(name) is None or (len(name.split()) > 2 and name.istitle() is False)
