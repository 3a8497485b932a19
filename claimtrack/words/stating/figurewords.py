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

    ``hedges``, ``numbers``, ``scales``, ``units`` and ``fractions`` give the English of each; a
    word that ends in ``*`` stands for all that begin so. A number in words counts before a scale or
    a unit alone; ``alone`` are scales that say one of themselves, which "millions" do not.
    ``unreal`` are words of a clause that states no fact; ``last_day`` are phrases for the day
    before, ``daily`` for every day, ``longer`` for every week, month or year.

    What a figure is of stands behind it; in a language with ``places`` it may also stand right
    before it, in any form but those endings, which say where it is.
    """

    hedges: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    alone: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    fractions: Mapping[str, str] = field(default_factory=dict)
    unreal: frozenset[str] = frozenset()
    last_day: tuple[str, ...] = ()
    daily: tuple[str, ...] = ()
    longer: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


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
        gut = just over
        mindestens, wenigstens = at least
        weniger als, unter = less than
        bis zu, höchstens = up to
    """),
    numbers=_table("""
        eine, einer, einem = 1
        anderthalb, eineinhalb = 1.5
        zwei = 2\nzweieinhalb = 2.5\ndrei = 3\nvier = 4\nfünf = 5\nsechs = 6\nsieben = 7
        acht = 8\nneun = 9\nzehn = 10\nzwölf = 12\nfünfzehn = 15\nzwanzig = 20\ndreißig = 30
        vierzig = 40\nfünfzig = 50\nsechzig = 60\nsiebzig = 70\nachtzig = 80\nneunzig = 90
        hundert = 100
    """),
    alone=_table(
        "tausend, eintausend = 1,000\nhunderttausend = 100,000\neine halbe million = 500,000"
    ),
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
    daily=("täglich", "tägliche", "täglichen", "pro tag", "am tag", "jeden tag"),
    longer=(
        "pro woche",
        "pro monat",
        "pro jahr",
        "im monat",
        "monatlich",
        "wöchentlich",
        "jährlich",
    ),
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
    numbers=_table("""
        egy = 1\nmásfél = 1.5\nkét, kettő = 2\nkét és fél = 2.5\nhárom = 3\nnégy = 4\nöt = 5
        hat = 6\nhét = 7\nnyolc = 8\nkilenc = 9\ntíz = 10\ntizenkét = 12\ntizenöt = 15
        húsz = 20\nharminc = 30\nnegyven = 40\nötven = 50\nhatvan = 60\nhetven = 70
        nyolcvan = 80\nkilencven = 90\nszáz = 100
    """),
    alone=_table("ezer = 1,000\nszázezer = 100,000\nfélmillió = 500,000\nmillió = 1,000,000"),
    places=("ban", "ben", "ból", "ből", "ra", "re", "ról", "ről", "nál", "nél", "tól", "től"),
    scales=_table("ezer = thousand\nmillió = million\nmilliárd = billion"),
    units=_table("százalék*, % = %\nnégyzetkilométer*, km², km2 = km2\nóra*, órá* = hours"),
    fractions=_table(
        "egyharmad*, harmad* = a third\nnegyed* = a quarter\nötöd*, egyötöd* = a fifth"
    ),
    unreal=_words("nem sem nincs soha fog fogja fognak lesz ha akar akarja kellene lenne cél terv"),
    last_day=("az elmúlt 24 órában", "az elmúlt egy napban"),
    daily=("naponta", "napi", "minden nap"),
    longer=("hetente", "havonta", "évente", "havi", "heti", "éves"),
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
    numbers=_table("""
        yksi, yhden = 1\npuolitoista = 1.5\nkaksi, kahden, kahta = 2\nkaksi ja puoli = 2.5
        kolme, kolmen, kolmea = 3\nneljä, neljän = 4\nviisi, viiden, viittä = 5\nkuusi, kuuden = 6
        seitsemän = 7\nkahdeksan = 8\nyhdeksän = 9\nkymmenen = 10\nkaksitoista = 12
        viisitoista = 15\nkaksikymmentä = 20\nkolmekymmentä = 30\nneljäkymmentä = 40
        viisikymmentä = 50\nkuusikymmentä = 60\nseitsemänkymmentä = 70\nkahdeksankymmentä = 80
        yhdeksänkymmentä = 90\nsata, sadan, sataa = 100
    """),
    alone=_table("""
        tuhat, tuhannen, tuhatta, tuhanteen = 1,000
        satatuhatta, sadantuhannen = 100,000
        puoli miljoonaa, puolen miljoonan = 500,000
        miljoona, miljoonan, miljoonaa, miljoonaan, miljoonasta = 1,000,000
        miljardi, miljardin, miljardia = 1,000,000,000
    """),
    places=("ssa", "ssä", "lla", "llä", "lle", "lta", "ltä", "seen", "iin"),
    scales=_table("tuhat*, tuhan* = thousand\nmiljoon* = million\nmiljard* = billion"),
    units=_table("prosent*, % = %\nneliökilomet*, km², km2 = km2\ntunti*, tunnin = hours"),
    fractions=_table("kolmasosa*, kolmannes* = a third\nneljäsosa*, neljännes* = a quarter\n"
                     "viidesosa*, viidennes* = a fifth\npuolet, puolta = half"),
    unreal=_words("ei eivät en emme älä jos haluaa haluavat voisi voisivat aikoo aikovat tavoite"),
    last_day=("viimeisen vuorokauden aikana", "vuorokaudessa"),
    daily=("päivässä", "päivittäin", "joka päivä", "päivittäiset"),
    longer=("viikossa", "kuukaudessa", "vuodessa", "kuukausittain", "vuosittain"),
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
    numbers=_table("""
        một = 1\nhai = 2\nba = 3\nbốn = 4\nnăm = 5\nsáu = 6\nbảy = 7\ntám = 8\nchín = 9
        mười = 10\nmười hai = 12\nmười lăm = 15\nhai mươi = 20\nba mươi = 30\nbốn mươi = 40
        năm mươi = 50\nsáu mươi = 60\nbảy mươi = 70\ntám mươi = 80\nchín mươi = 90
        một trăm = 100
    """),
    alone=_table("nửa triệu = 500,000"),
    scales=_table("nghìn, ngàn = thousand\ntriệu = million\ntỷ, tỉ = billion"),
    units=_table("%, phần trăm = %\nkm2, km², kilômét vuông, km vuông = km2\ngiờ, tiếng = hours"),
    fractions=_table("một phần ba = a third\nmột phần tư = a quarter\nmột phần năm = a fifth\n"
                     "một nửa = half\nba phần tư = three quarters"),
    unreal=_words("không chưa sẽ nếu muốn phải kế_hoạch yêu_cầu dự_báo cần"),
    last_day=("trong 24 giờ qua", "trong ngày qua"),
    daily=("mỗi ngày", "một ngày", "hằng ngày", "hàng ngày"),
    longer=("mỗi tuần", "mỗi tháng", "mỗi năm", "hằng tháng", "hằng năm"),
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
    numbers=_table("""
        один, одного, одна = 1\nпівтора = 1.5\nдва, двох, дві = 2\nтри, трьох = 3
        чотири, чотирьох = 4\nп'ять, п’ять = 5\nшість = 6\nсім = 7\nвісім = 8\nдев'ять, дев’ять = 9
        десять = 10\nдванадцять = 12\nп'ятнадцять, п’ятнадцять = 15\nдвадцять = 20\nтридцять = 30
        сорок = 40\nп'ятдесят, п’ятдесят = 50\nшістдесят = 60\nсімдесят = 70\nвісімдесят = 80
        дев'яносто, дев’яносто = 90\nсто = 100
    """),
    alone=_table("тисяча, тисячу, тисячею = 1,000\nблизько тисячі = about 1,000\n"
                 "понад тисячу = more than 1,000\nпівмільйона, пів мільйона = 500,000\n"
                 "мільйон, мільйона, мільйону = 1,000,000\nмільярд, мільярда = 1,000,000,000"),
    scales=_table("тис., тис, тисяч*, тисяча = thousand\nмлн, мільйон* = million\nмлрд = billion"),
    units=_table("%, відсотк*, процент* = %\nкв. км, км², км2, квадратних кілометр* = km2\n"
                 "годин* = hours"),
    fractions=_table("третин* = a third\nчверть, чверті = a quarter\n"
                     "п'ят* частин*, п’ят* частин* = a fifth\n"
                     "половин* = half"),
    unreal=_words("не ні ніколи буде будуть якщо хоче хочуть повинна мала б би вимагає план мета "
                  "щоб"),
    last_day=("за минулу добу", "за добу", "протягом доби"),
    daily=("щодня", "на день", "на добу", "щодоби"),
    longer=("щотижня", "щомісяця", "щороку", "на місяць", "на рік", "на тиждень"),
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
    numbers=_table("""
        один, одного, одна = 1\nполтора = 1.5\nдва, двух, две = 2\nтри, трех, трёх = 3
        четыре, четырех, четырёх = 4\nпять, пяти = 5\nшесть, шести = 6\nсемь, семи = 7
        восемь, восьми = 8\nдевять, девяти = 9\nдесять, десяти = 10\nдвенадцать = 12
        пятнадцать = 15\nдвадцать = 20\nтридцать = 30\nсорок = 40\nпятьдесят = 50
        шестьдесят = 60\nсемьдесят = 70\nвосемьдесят = 80\nдевяносто = 90\nсто = 100
    """),
    alone=_table("тысяча, тысячу, тысячей = 1,000\nоколо тысячи = about 1,000\n"
                 "более тысячи = more than 1,000\nполмиллиона = 500,000\n"
                 "миллион, миллиона, миллиону = 1,000,000\nмиллиард, миллиарда = 1,000,000,000"),
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
    daily=("ежедневно", "в день", "в сутки", "каждый день"),
    longer=("еженедельно", "ежемесячно", "ежегодно", "в месяц", "в год", "в неделю"),
)  # fmt: skip
#: What figures are in any language: digits, the sign of percent, square kilometres.
UNKNOWN = FigureWords(units=_table("% = %\nkm², km2 = km2"))
#: The languages whose figures are read, by tag; English has a grammar of its own.
LANGUAGES: Mapping[str, FigureWords] = {
    "de": GERMAN, "hu": HUNGARIAN, "fi": FINNISH, "vi": VIETNAMESE, "uk": UKRAINIAN, "ru": RUSSIAN,
}  # fmt: skip
