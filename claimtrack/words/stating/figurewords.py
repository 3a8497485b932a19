"""Figure words: how a language writes figures, hedges them, and says what is not so. Data.

A language is one entry: what its words are in English. A figure is put into English by them and
read by the one grammar of quantities, so that its interval is that of the rule ``words-1``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of one language, all in lower case.

    ``hedges``, ``scales``, ``units`` and ``fractions`` give the English of each; a word that ends
    in ``*`` stands for all that begin so. ``grouping`` are the marks between thousands; the decimal
    mark is a comma. ``unreal`` are words of a clause that states no fact, ``last_day`` phrases for
    the day before.
    """

    hedges: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    fractions: Mapping[str, str] = field(default_factory=dict)
    unreal: frozenset[str] = frozenset()
    last_day: tuple[str, ...] = ()
    grouping: str = ". "


def _table(text: str) -> dict[str, str]:
    """The pairs of lines such as ``etwa, rund = about``."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        words, _, english = line.partition("=")
        found |= {word.strip(): english.strip() for word in words.split(",")}
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GERMAN = FigureWords(
    hedges=_table("""
        etwa, rund, circa, ca., ungefähr, schätzungsweise = about
        fast, knapp, nahezu, beinahe = nearly
        mehr als, über = more than
        mindestens, wenigstens = at least
        weniger als, unter = less than
        bis zu, höchstens = up to
    """),
    scales=_table("tausend = thousand\nmillion, millionen, mio. = million\nmilliarden = billion"),
    units=_table("prozent, % = %\nquadratkilometer*, km², km2 = km2\nstunden = hours"),
    fractions=_table("""
        ein drittel, einem drittel = a third
        ein viertel, einem viertel = a quarter
        ein fünftel, einem fünftel = a fifth
        die hälfte, der hälfte = half
        drei viertel, dreiviertel = three quarters
        zwei drittel = two thirds
    """),
    unreal=_words("""
        nicht kein keine keinen keiner nie niemals wird werden würde würden könnte könnten müsste
        müssten dürfte dürften wenn falls ob will wollen wollte soll sollte fordert fordern plant
        ziel prognose erwartet stünden
    """),
    last_day=("in den vergangenen 24 stunden", "in den letzten 24 stunden", "binnen 24 stunden"),
)
HUNGARIAN = FigureWords(
    hedges=_table("""
        körülbelül, mintegy, megközelítőleg, nagyjából, becslések szerint = about
        csaknem, majdnem, közel = nearly
        több mint, több, mint = more than
        legalább = at least
        kevesebb mint, alig = less than
        legfeljebb, akár = up to
    """),
    scales=_table("ezer = thousand\nmillió = million\nmilliárd = billion"),
    units=_table("százalék*, % = %\nnégyzetkilométer*, km², km2 = km2\nóra*, órá* = hours"),
    fractions=_table(
        "egyharmad*, harmad* = a third\nnegyed* = a quarter\nötöd*, egyötöd* = a fifth"
    ),
    unreal=_words("nem sem nincs soha fog fogja fognak lesz ha akar akarja kellene lenne cél terv"),
    last_day=("az elmúlt 24 órában", "az elmúlt egy napban"),
)
FINNISH = FigureWords(
    hedges=_table("""
        noin, arviolta, suunnilleen = about
        lähes, melkein = nearly
        yli, enemmän kuin = more than
        vähintään, ainakin = at least
        alle, vähemmän kuin = less than
        jopa, enintään = up to
    """),
    scales=_table("tuhat*, tuhan* = thousand\nmiljoon* = million\nmiljard* = billion"),
    units=_table("prosent*, % = %\nneliökilomet*, km², km2 = km2\ntunti*, tunnin = hours"),
    fractions=_table("kolmasosa*, kolmannes* = a third\nneljäsosa*, neljännes* = a quarter\n"
                     "viidesosa*, viidennes* = a fifth\npuolet, puolta = half"),
    unreal=_words("ei eivät en emme älä jos haluaa haluavat voisi voisivat aikoo aikovat tavoite"),
    last_day=("viimeisen vuorokauden aikana", "vuorokaudessa"),
)  # fmt: skip
VIETNAMESE = FigureWords(
    hedges=_table("""
        khoảng, chừng, xấp xỉ, ước tính = about
        gần, suýt soát = nearly
        hơn, trên = more than
        ít nhất, tối thiểu = at least
        dưới, chưa đến, chưa tới = less than
        tối đa, lên tới, tới = up to
    """),
    scales=_table("nghìn, ngàn = thousand\ntriệu = million\ntỷ, tỉ = billion"),
    units=_table("%, phần trăm = %\nkm2, km², kilômét vuông, km vuông = km2\ngiờ, tiếng = hours"),
    fractions=_table("một phần ba = a third\nmột phần tư = a quarter\nmột phần năm = a fifth\n"
                     "một nửa = half\nba phần tư = three quarters"),
    unreal=_words("không chưa sẽ nếu muốn phải kế_hoạch yêu_cầu dự_báo cần"),
    last_day=("trong 24 giờ qua", "trong ngày qua"),
)  # fmt: skip
UKRAINIAN = FigureWords(
    hedges=_table("""
        близько, приблизно, орієнтовно, біля = about
        майже = nearly
        понад, більше ніж, більш як = more than
        щонайменше, принаймні, не менше = at least
        менше ніж, менш як, менше = less than
        до, не більше = up to
    """),
    scales=_table("тис., тис, тисяч*, тисяча = thousand\nмлн, мільйон* = million\nмлрд = billion"),
    units=_table("%, відсотк*, процент* = %\nкв. км, км², км2, квадратних кілометр* = km2\n"
                 "годин* = hours"),
    fractions=_table("третин* = a third\nчверть, чверті = a quarter\n"
                     "п'ят* частин*, п’ят* частин* = a fifth\n"
                     "половин* = half"),
    unreal=_words("не ні ніколи буде будуть якщо хоче хочуть повинна мала б би вимагає план мета "
                  "щоб"),
    last_day=("за минулу добу", "за добу", "протягом доби"),
)  # fmt: skip
RUSSIAN = FigureWords(
    hedges=_table("""
        около, примерно, приблизительно, порядка = about
        почти = nearly
        более, больше, свыше, более чем = more than
        как минимум, не менее, по меньшей мере = at least
        менее, меньше, менее чем = less than
        до, не более = up to
    """),
    scales=_table("тыс., тыс, тысяч* = thousand\nмлн, миллион* = million\n"
                  "млрд, миллиард* = billion"),
    units=_table("%, процент* = %\nкв. км, км², км2, квадратных километр* = km2\n"
                 "час, часа, часов = hours"),
    fractions=_table("треть, трети = a third\nчетверть, четверти = a quarter\n"
                     "пят* часть, пят* части = a fifth\n"
                     "половин* = half"),
    unreal=_words("не нет ни никогда будет будут если хочет хотят должна бы требует план цель "
                  "чтобы"),
    last_day=("за сутки", "за минувшие сутки", "за прошедшие сутки"),
)  # fmt: skip
#: What figures are in any language: digits, the sign of percent, square kilometres.
UNKNOWN = FigureWords(units=_table("% = %\nkm², km2 = km2"))
#: The languages whose figures are read, by tag; English has a grammar of its own.
LANGUAGES: Mapping[str, FigureWords] = {
    "de": GERMAN, "hu": HUNGARIAN, "fi": FINNISH, "vi": VIETNAMESE, "uk": UKRAINIAN, "ru": RUSSIAN,
}  # fmt: skip
