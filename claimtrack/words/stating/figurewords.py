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
    ``to`` stands between the ends of a range, beside a dash; ``between`` are the words before,
    between and behind two numbers that make a range of them.
    ``unreal`` are words of a clause that states no fact; ``last_day`` are phrases for the day
    before, ``daily`` for every day, ``weekly``, ``monthly`` and ``yearly`` for every week, month or
    year and for one of them.

    What a figure is of stands behind it; in a language with ``places`` it may also stand right
    before it, in any form but those endings, which say where it is. ``of_case`` are the endings of
    what a share is of, wherever it stands. ``articles`` may stand before what it is of, and behind
    ``prepositions`` stands a place and nobody who acts; behind ``inside`` only where something is,
    and before ``owning`` whoever stands in a place's case has something. Behind one of ``by``,
    with ``by_ending`` and beside one of ``growing`` a figure tells how much more or less it is
    than before.
    """

    hedges: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    alone: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    fractions: Mapping[str, str] = field(default_factory=dict)
    to: tuple[str, ...] = ()
    between: tuple[str, str, str] = ("", "", "")
    unreal: frozenset[str] = frozenset()
    last_day: tuple[str, ...] = ()
    daily: tuple[str, ...] = ()
    weekly: tuple[str, ...] = ()
    monthly: tuple[str, ...] = ()
    yearly: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    of_case: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    by_ending: tuple[str, ...] = ()
    growing: frozenset[str] = frozenset()


def _table(text: str) -> dict[str, str]:
    """The pairs of lines such as ``etwa, rund = about``."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        words, _, english = line.partition("=")
        found |= {word.strip(): english.strip() for word in words.split(",")}
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _each(before: str, names: str) -> tuple[str, ...]:
    """Each of *names* behind each word *before*: "im Januar", "im Februar"."""
    return tuple(f"{one} {name}" for one in before.split() for name in names.split())


GERMAN = FigureWords(
    between=("zwischen", "und", ""),
    to=("bis",),
    hedges=_table("""
        etwa, rund, circa, ca., ungefähr, schätzungsweise = about
        fast, knapp, nahezu, beinahe, annähernd = nearly
        mehr als, über = more than
        gut, etwas mehr als, etwas über = just over
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
        "tausend, eintausend = 1,000\nhunderttausend = 100,000\n"
        "eine halbe million = half a million\n"
        "eine viertelmillion, einer viertelmillion = a quarter of a million"
    ),
    scales=_table(
        "tausend, tsd. = thousand\nmillion, millionen, mio., mio = million\n"
        "milliarde, milliarden, mrd., mrd = billion"
    ),
    units=_table("prozent, % = %\nquadratkilometer*, km², km2 = km2\nstunden = hours"),
    fractions=_table("""
        ein drittel, einem drittel, eines drittels = a third
        ein viertel, einem viertel, eines viertels = a quarter
        ein fünftel, einem fünftel, eines fünftels = a fifth
        ein zehntel, einem zehntel = a tenth
        die hälfte, der hälfte = half
        drei viertel, drei vierteln, dreiviertel = three quarters
        zwei drittel, zwei dritteln = two thirds
        vier fünftel, vier fünfteln = four fifths
        neun zehntel = nine tenths
    """),
    unreal=_words("""
        nicht kein keine keinen keiner nie niemals wird werden würde würden könnte könnten müsste
        müssten dürfte dürften wenn falls ob will wollen wollte soll sollte fordert fordern plant
        ziel prognose erwartet stünden
        rekrutiert rekrutieren rekrutierte ersetzen
    """),
    last_day=("in den vergangenen 24 stunden", "in den letzten 24 stunden", "binnen 24 stunden"),
    articles=_words("der die das des dem den vom von"),
    inside=_words("in im"),
    prepositions=_words("in im gegen mit aus durch bei für über"),
    by=_words("um"),
    daily=("täglich", "tägliche", "täglichen", "pro tag", "am tag", "jeden tag"),
    weekly=("pro woche", "wöchentlich", "in der vergangenen woche", "vergangene woche"),
    monthly=(
        "pro monat",
        "im monat",
        "monatlich",
        "im vergangenen monat",
        *_each(
            "im",
            "januar februar märz april mai juni juli august september oktober november dezember",
        ),
    ),
    yearly=("pro jahr", "im jahr", "jährlich", "im vergangenen jahr", "in diesem jahr"),
)
HUNGARIAN = FigureWords(
    between=("", "és", "között közötti közé"),
    hedges=_table("""
        körülbelül, mintegy, megközelítőleg, nagyjából, becslések szerint, hozzávetőleg = about
        hozzávetőlegesen, úgy, kb. = about
        csaknem, majdnem, közel, szinte = nearly
        több mint, több, mint, meghaladta a, meghaladta az, meghaladja a, meghaladja az = more than
        meghaladják a, meghaladják az, átlépte a, átlépte az = more than
        valamivel több mint = just over
        legalább, minimum = at least
        kevesebb mint, nem egészen = less than
        legfeljebb, akár = up to
    """),
    numbers=_table("""
        egy = 1\nmásfél = 1.5\nkét, kettő = 2\nkét és fél = 2.5\nhárom = 3\nnégy = 4\nöt = 5
        hat = 6\nhét = 7\nnyolc = 8\nkilenc = 9\ntíz = 10\ntizenkét = 12\ntizenöt = 15
        húsz = 20\nharminc = 30\nnegyven = 40\nötven = 50\nhatvan = 60\nhetven = 70
        nyolcvan = 80\nkilencven = 90\nszáz = 100
    """),
    alone=_table(
        "ezer = 1,000\nszázezer = 100,000\nfélmillió = half a million\n"
        "negyedmillió = a quarter of a million\nmillió = 1,000,000"
    ),
    places=("ban", "ben", "ból", "ből", "ra", "re", "ról", "ről", "nál", "nél", "tól", "től"),
    scales=_table("ezer = thousand\nmillió = million\nmilliárd = billion"),
    units=_table("százalék*, % = %\nnégyzetkilométer*, km², km2 = km2\nóra*, órá* = hours"),
    fractions=_table(
        "egyharmad*, harmad* = a third\negynegyed*, negyed* = a quarter\n"
        "ötöd*, egyötöd* = a fifth\nháromnegyed* = three quarters\n"
        "kétharmad* = two thirds\nnégyötöd* = four fifths\ntized*, egytized* = a tenth\n"
        "kilenctized* = nine tenths\nfele, felét, felének, felére = half"
    ),
    unreal=_words(
        "nem sem nincs soha fog fogja fognak lesz ha akar akarja kellene lenne cél terv "
        "toboroz toboroznak toborzott toboroztak pótlására pótolni"
    ),
    last_day=("az elmúlt 24 órában", "az elmúlt egy napban"),
    articles=_words("a az"),
    by_ending=("-rel", "-ral", "-val", "-vel"),
    growing=_words("nőtt nőttek növekedett növekedtek csökkent csökkentek bővült zsugorodott"),
    daily=("naponta", "napi", "minden nap", "naponként"),
    weekly=("hetente", "heti", "a múlt héten", "az elmúlt héten"),
    monthly=(
        "havonta",
        "havi",
        "a múlt hónapban",
        "az elmúlt hónapban",
        *_words(
            "januárban februárban márciusban áprilisban májusban júniusban júliusban "
            "augusztusban szeptemberben októberben novemberben decemberben januári "
            "februári márciusi áprilisi májusi júniusi júliusi augusztusi szeptemberi "
            "októberi novemberi decemberi"
        ),
    ),
    yearly=("évente", "éves", "tavaly", "idén", "az idén", "az elmúlt évben"),
)
FINNISH = FigureWords(
    between=("", "ja", "välillä väliltä välissä välille"),
    hedges=_table("""
        noin, n., arviolta, suunnilleen, likimain = about
        lähes, melkein, liki, vajaa, vajaan, vajaata, vajaat, miltei = nearly
        lähentelee, lähentelevät, lähenee, lähenevät, hipoo, hipovat = nearly
        yli, enemmän kuin, ylittäneet, ylittänyt, ylittää, ylittävät, ylitti, ylittivät = more than
        reilu, reilun, reilua, reilut, runsas, runsaan, runsasta, runsaat, hieman yli = just over
        vähintään, ainakin = at least
        alle, vähemmän kuin = less than
        jopa, enintään = up to
    """),
    numbers=_table("""
        yksi, yhden = 1\npuolitoista = 1.5\nkaksi, kahden, kahta = 2\nkaksi ja puoli = 2.5
        kolme, kolmen, kolmea = 3\nneljä, neljän = 4\nviisi, viiden, viittä = 5\nkuusi, kuuden = 6
        seitsemän = 7\nkahdeksan = 8\nyhdeksän = 9\nkymmenen = 10\nkaksitoista = 12
        viisitoista = 15\nkaksikymmentä, kahtakymmentä, kahdenkymmenen = 20
        kolmekymmentä, kolmeakymmentä, kolmenkymmenen = 30
        neljäkymmentä, neljääkymmentä, neljänkymmenen = 40
        viisikymmentä, viittäkymmentä, viidenkymmenen = 50
        kuusikymmentä, kuuttakymmentä, kuudenkymmenen = 60
        seitsemänkymmentä, seitsemääkymmentä, seitsemänkymmenen = 70
        kahdeksankymmentä, kahdeksaakymmentä, kahdeksankymmenen = 80
        yhdeksänkymmentä, yhdeksääkymmentä, yhdeksänkymmenen = 90\nsata, sadan, sataa = 100
    """),
    alone=_table("""
        tuhat, tuhannen, tuhatta, tuhanteen = 1,000
        satatuhatta, sadantuhannen = 100,000
        puoli miljoonaa, puolen miljoonan = half a million
        neljännesmiljoona, neljännesmiljoonan, neljännesmiljoonaa = a quarter of a million
        miljoona, miljoonan, miljoonaa, miljoonaan, miljoonasta = 1,000,000
        miljardi, miljardin, miljardia = 1,000,000,000
    """),
    owning=_words("on oli ovat olivat"),
    places=("ssa", "ssä", "lla", "llä", "lle", "lta", "ltä", "seen", "iin"),
    scales=_table("tuhat*, tuhan* = thousand\nmiljoon* = million\nmiljard* = billion"),
    units=_table("prosent*, % = %\nneliökilomet*, km², km2 = km2\ntunti*, tunnin = hours"),
    fractions=_table("kolmasosa*, kolmannes* = a third\nneljäsosa*, neljännes* = a quarter\n"
                     "viidesosa*, viidennes*, viidenneksen, viidenneksestä = a fifth\n"
                     "kymmenesosa*, kymmenys = a tenth\npuolet, puolta, puolesta = half\n"
                     "kolme neljäsosaa, kolmea neljäsosaa, kolmen neljäsosan = three quarters\n"
                     "kolme neljännestä, kolmea neljännestä = three quarters\n"
                     "kaksi kolmasosaa, kahta kolmasosaa, kahden kolmasosan = two thirds\n"
                     "kaksi kolmannesta, kahta kolmannesta = two thirds\n"
                     "neljä viidesosaa, neljää viidesosaa = four fifths"),
    of_case=("sta", "stä"),
    growing=_words("kasvoi kasvoivat kasvanut kasvaneet väheni vähentynyt pieneni pienentynyt "
                   "supistui laajeni laajentunut lisääntyi"),
    unreal=_words("ei eivät en emme älä jos haluaa haluavat voisi voisivat aikoo aikovat tavoite "
                  "tavoittelee vaatii pyrkii yrittää uhkaa "
                  "värvää värväävät värvännyt värväsi korvaamaan tilalle"),
    last_day=("viimeisen vuorokauden aikana", "vuorokaudessa"),
    daily=("päivässä", "päivittäin", "joka päivä", "päivittäiset"),
    weekly=("viikossa", "viikoittain", "viime viikolla"),
    monthly=("kuukaudessa", "kuukausittain", "viime kuussa", "kuukauden aikana",
             *_words("tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa "
                     "heinäkuussa elokuussa syyskuussa lokakuussa marraskuussa joulukuussa")),
    yearly=("vuodessa", "vuosittain", "viime vuonna", "tänä vuonna", "vuonna"),
)  # fmt: skip
VIETNAMESE = FigureWords(
    between=("giữa", "và", ""),
    to=("đến",),
    hedges=_table("""
        khoảng, chừng, xấp xỉ, ước tính = about
        gần, suýt soát = nearly
        hơn, trên, vượt, vượt quá, vượt mốc = more than
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
    alone=_table("nửa triệu = half a million"),
    scales=_table("nghìn, ngàn = thousand\ntriệu = million\ntỷ, tỉ = billion"),
    units=_table("%, phần trăm = %\nkm2, km², kilômét vuông, km vuông = km2\ngiờ, tiếng = hours"),
    fractions=_table("một phần ba = a third\nmột phần tư = a quarter\nmột phần năm = a fifth\n"
                     "một nửa = half\nba phần tư = three quarters\nhai phần ba = two thirds\n"
                     "một phần mười = a tenth\nbốn phần năm = four fifths"),
    articles=_words("của số diện tích tổng"),
    inside=_words("ở tại trong"),
    prepositions=_words("ở tại với chống trong"),
    growing=_words("thêm tăng giảm"),
    unreal=_words("không chưa sẽ nếu muốn phải kế_hoạch yêu_cầu dự_báo cần "
                  "tuyển"),
    last_day=("trong 24 giờ qua", "trong ngày qua"),
    daily=("mỗi ngày", "một ngày", "hằng ngày", "hàng ngày"),
    weekly=("mỗi tuần", "trong tuần", "tuần trước"),
    monthly=("mỗi tháng", "hằng tháng", "hàng tháng", "trong tháng", "tháng trước"),
    yearly=("mỗi năm", "hằng năm", "hàng năm", "trong năm", "năm ngoái", "năm nay"),
)  # fmt: skip
UKRAINIAN = FigureWords(
    between=("між", "та і й", ""),
    to=("до",),
    hedges=_table("""
        близько, приблизно, орієнтовно, біля = about
        майже = nearly
        понад, більше ніж, більш як, перевищили, перевищує, перевищують, перевищила = more than
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
    alone=_table("чверть мільйона, чверті мільйона = a quarter of a million\n"
                 "тисяча, тисячу, тисячею = 1,000\nблизько тисячі = about 1,000\n"
                 "понад тисячу = more than 1,000\nпівмільйона, пів мільйона = half a million\n"
                 "мільйон, мільйона, мільйону = 1,000,000\nмільярд, мільярда = 1,000,000,000"),
    scales=_table("тис., тис, тисяч*, тисяча = thousand\nмлн, мільйон* = million\nмлрд = billion"),
    units=_table("%, відсотк*, процент* = %\nкв. км, км², км2, квадратних кілометр* = km2\n"
                 "годин* = hours"),
    fractions=_table("дві третини, двох третин = two thirds\n"
                     "одн* п'ят*, одн* п’ят*, однієї п'ятої, однієї п’ятої = a fifth\n"
                     "одн* десят* = a tenth\n"
                     "три чверті, трьох чвертей, трьома чвертями = three quarters\n"
                     "третин* = a third\nчверть, чверті, чвертю = a quarter\n"
                     "п'ят* частин*, п’ят* частин* = a fifth\n"
                     "десят* частин* = a tenth\nполовин* = half"),
    inside=_words("в"),
    prepositions=_words("в у на з із зі від проти за над до біля"),
    by=_words("на"),
    unreal=_words("не ні ніколи буде будуть якщо хоче хочуть повинна мала б би вимагає план мета "
                  "щоб "
                  "вербує мобілізує набирає поповнення поповнити"),
    last_day=("за минулу добу", "за добу", "протягом доби"),
    daily=("щодня", "на день", "на добу", "щодоби"),
    weekly=("щотижня", "на тиждень", "за тиждень"),
    monthly=("щомісяця", "на місяць", "за місяць",
             *_each("у в", "січні лютому березні квітні травні червні липні серпні вересні жовтні "
                           "листопаді грудні"),
             *_each("за", "січень лютий березень квітень травень червень липень серпень вересень "
                          "жовтень листопад грудень")),
    yearly=("щороку", "на рік", "за рік", "торік", "цього року"),
)  # fmt: skip
RUSSIAN = FigureWords(
    between=("между", "и", ""),
    to=("до",),
    hedges=_table("""
        около, примерно, приблизительно, порядка = about
        почти = nearly
        более, больше, свыше, более чем, превысили, превышают, превысило, превысила = more than
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
    alone=_table("четверть миллиона, четверти миллиона = a quarter of a million\n"
                 "тысяча, тысячу, тысячей = 1,000\nоколо тысячи = about 1,000\n"
                 "более тысячи = more than 1,000\nполмиллиона = half a million\n"
                 "миллион, миллиона, миллиону = 1,000,000\nмиллиард, миллиарда = 1,000,000,000"),
    scales=_table("тыс., тыс, тысяч* = thousand\nмлн, миллион* = million\n"
                  "млрд, миллиард* = billion"),
    units=_table("%, процент* = %\nкв. км, км², км2, квадратных километр* = km2\n"
                 "час, часа, часов = hours"),
    fractions=_table("две трети, двух третей, двумя третями = two thirds\n"
                     "одн* пят* = a fifth\nодн* десят* = a tenth\n"
                     "три четверти, трех четвертей, трёх четвертей = three quarters\n"
                     "треть, трети, третью = a third\nчетверть, четверти, четвертью = a quarter\n"
                     "пят* часть, пят* части, пят* частью = a fifth\n"
                     "десят* часть, десят* части = a tenth\nполовин* = half"),
    inside=_words("в во"),
    prepositions=_words("в во на с со из от против за над до у к"),
    by=_words("на"),
    unreal=_words("не нет ни никогда будет будут если хочет хотят должна бы требует план цель "
                  "чтобы "
                  "вербует мобилизует набирает восполнения восполнить"),
    last_day=("за сутки", "за минувшие сутки", "за прошедшие сутки"),
    daily=("ежедневно", "в день", "в сутки", "каждый день"),
    weekly=("еженедельно", "в неделю", "за неделю"),
    monthly=("ежемесячно", "в месяц", "за месяц",
             *_each("в", "январе феврале марте апреле мае июне июле августе сентябре октябре "
                         "ноябре декабре"),
             *_each("за", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь "
                          "декабрь")),
    yearly=("ежегодно", "в год", "за год"),
)  # fmt: skip
#: What figures are in any language: digits, the sign of percent, square kilometres.
UNKNOWN = FigureWords(units=_table("% = %\nkm², km2 = km2"))
#: The languages whose figures are read, by tag; English has a grammar of its own.
LANGUAGES: Mapping[str, FigureWords] = {
    "de": GERMAN, "hu": HUNGARIAN, "fi": FINNISH, "vi": VIETNAMESE, "uk": UKRAINIAN, "ru": RUSSIAN,
}  # fmt: skip
