"""Month names: the months as texts of many languages call them, as data."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from claimtrack.errors import BadValue

#: A line a language: its twelve months, the forms of one month joined by ``/``.
LANGUAGES: Mapping[str, str] = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "de": "januar/jänner februar/feber märz/mär/mrz april mai juni juli august september "
    "oktober/okt november dezember/dez",
    "fr": "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre octobre "
    "novembre décembre/déc",
    "es": "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set "
    "octubre noviembre diciembre/dic",
    "pt": "janeiro fevereiro/fev março abril maio/mai junho julho agosto setembro outubro/out "
    "novembro dezembro",
    "it": "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre "
    "ottobre/ott novembre dicembre",
    "nl": "januari februari maart/mrt april mei juni juli augustus september oktober november "
    "december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember/des",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "fi": "tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta "
    "toukokuu/toukokuuta kesäkuu/kesäkuuta heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta "
    "lokakuu/lokakuuta marraskuu/marraskuuta joulukuu/joulukuuta",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november "
    "detsember",
    "hu": "január február/febr március/márc április/ápr május/máj június/jún július/júl "
    "augusztus/aug szeptember/szept október november december",
    "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj "
    "czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz "
    "października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    "cs": "ledna/leden února/únor března/březen dubna/duben května/květen června/červen "
    "července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra "
    "decembra",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra "
    "decembra",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada "
    "studenoga prosinca",
    "sr": "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra "
    "decembra",
    "ro": "ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie "
    "octombrie noiembrie decembrie",
    "tr": "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl "
    "ekim/eki kasım/kas aralık/ara",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio "
    "lapkričio gruodžio",
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris "
    "novembris decembris",
    "el": "ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαΐ ιουνίου ιουλίου "
    "αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ",
    "ru": "января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май "
    "июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен октября/октябрь/окт "
    "ноября/ноябрь/ноя декабря/декабрь/дек",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "ar": "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر "
    "ديسمبر",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
}  # fmt: skip


def folded(word: str) -> str:
    """*word* small and without accents, as it is looked up."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def month_of(word: str, language: str | None = None) -> int | None:
    """The number of the month that *word* names, or begins with three letters or more: in
    *language* where that knows it, else in any, where all that know it agree.
    """
    looked_up = folded(word.strip("."))
    own = _NUMBERS.get((language or "").lower()[:2], {}).get(looked_up)
    return own or _agreed(looked_up)


def month_named(word: str, language: str | None = None) -> int | None:
    """The number of the month whose whole name or usual short form *word* is: in *language* or in
    English, else in any, where all that know it agree ("listopada" is in October and in November).
    Raises `BadValue` for a language whose months are not known.
    """
    looked_up = folded(word.strip("."))
    if language is not None:
        own = names_in(language)
        return own.get(looked_up) or _NUMBERS["en"].get(looked_up)
    found = {months[looked_up] for months in _NUMBERS.values() if looked_up in months}
    return found.pop() if len(found) == 1 else None


def names_in(language: str) -> Mapping[str, int]:
    """The months of *language* by their folded names. Raises `BadValue` where none are known."""
    try:
        return _NUMBERS[language.lower().partition("-")[0]]
    except KeyError:
        known = ", ".join(LANGUAGES)
        raise BadValue(f"language {language!r} is none whose months are known: {known}") from None


def _agreed(word: str) -> int | None:
    exact = {months[word] for months in _NUMBERS.values() if word in months}
    if not exact and len(word) >= _SHORTEST:
        exact = {
            number
            for months in _NUMBERS.values()
            for name, number in months.items()
            if name.startswith(word)
        }
    return exact.pop() if len(exact) == 1 else None


_SHORTEST = 3
_NUMBERS = {
    language: {
        folded(form): number
        for number, forms in enumerate(months.split(), 1)
        for form in forms.split("/")
    }
    for language, months in LANGUAGES.items()
}
