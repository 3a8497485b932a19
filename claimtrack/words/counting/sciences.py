"""Sciences: the units of mass, volume, heat, power, energy, data and pressure, as news writes them.

Factors are exact by definition: the pound and the ounce by the yard and pound agreement of 1959,
the litre and the tonne by the SI brochure (BIPM, 9th edition, table 8), the gallon of the United
States (231 cubic inches) by NIST Handbook 44, the imperial one by the Weights and Measures Act
1985, the thermochemical calorie, the standard atmosphere and the millimetre of mercury by NIST
SP 811, the horsepower as 550 foot-pounds a second. "Tons" are read as tonnes: of the short ton they
are a tenth more, which no word beside them tells. A bare "gallon" is that of the United States. A
"calorie" of food is a kilocalorie, and a megabyte a million bytes.
"""

from __future__ import annotations

from decimal import Decimal

from claimtrack.values import OTHER_UNIT
from claimtrack.words.counting.unit import Unit
from claimtrack.words.tokens import word_set


def _unit(base: str, factor: str = "1", per: str = "1") -> Unit:
    return Unit(base, Decimal(factor), Decimal(per))


#: What a figure measures that is in none of the base units: "240 volts", "15 kilotons". Two of
#: them can be anything to one another, so nothing is ever held against them.
OTHER = Unit(OTHER_UNIT)
CELSIUS = Unit("degC")
FAHRENHEIT = Unit("degC", Decimal(5), Decimal(9), nought=Decimal(32))
#: A weight in pounds, which are money too: what follows tells.
POUNDS_OF_WEIGHT = _unit("kg", "0.45359237")
OUNCE = _unit("kg", "0.028349523125")
LITRES = Unit("l")
MAGNITUDE = Unit("magnitude")
BAR = _unit("hPa", "1000")
STONE = _unit("kg", "6.35029318")

GIGABYTE, TERABYTE = _unit("GB"), _unit("GB", "1000")
_HORSEPOWER = _unit("kW", "0.74569987158227022")

_MASSES = (
    (_unit("kg"), "kilograms|kilogram|kilogrammes|kilogramme|kilos|kilo"),
    (_unit("kg", per="1000"), "grams|gram|grammes|gramme"),
    (_unit("kg", per="1000000"), "milligrams|milligram"),
    (_unit("kg", per="1000000000"), "micrograms|microgram"),
    (
        _unit("kg", "1000"),
        "tonnes|tonne|tons|ton|metric tons|metric tonnes|metric ton|metric - ton",
    ),
    (_unit("kg", "907.18474"), "short tons|short ton"),
    (_unit("kg", "1016.0469088"), "long tons|long ton"),
    (_unit("kg", "1000000"), "kilotonnes|kilotonne"),
    (_unit("kg", "1000000000"), "megatonnes|megatonne|mmt"),
    (_unit("kg", "1000000000000"), "gigatonnes|gigatonne|gigatons|gigaton"),
    (POUNDS_OF_WEIGHT, "lbs|lb|pound"),
    (OUNCE, "ounces|ounce|oz"),
    (_unit("kg", "0.0311034768"), "troy ounces|troy ounce"),
    (STONE, "stone"),
)
_VOLUMES = (
    (LITRES, "litres|litre|liters|liter"),
    (_unit("l", per="1000"), "millilitres|millilitre|milliliters|milliliter"),
    (_unit("l", per="100"), "centilitres|centilitre|centiliters|centiliter"),
    (_unit("l", "1000000"), "megalitres|megalitre|megaliters|megaliter"),
    (_unit("l", "1000000000"), "gigalitres|gigalitre|gigaliters|gigaliter"),
    (
        _unit("l", "1000"),
        "cubic metres|cubic metre|cubic meters|cubic meter|cubic - metre|cubic - meter|m3|m³",
    ),
    (
        _unit("l", "1000000000000"),
        "cubic kilometres|cubic kilometre|cubic kilometers|cubic kilometer|bcm|km3|km³",
    ),
    (_unit("l", "28.316846592"), "cubic feet|cubic foot|cubic - foot"),
    (_unit("l", "764.554857984"), "cubic yards|cubic yard"),
    (
        _unit("l", "3.785411784"),
        "gallons|gallon|us gallons|us gallon|u . s . gallons|american gallons",
    ),
    (_unit("l", "4.54609"), "imperial gallons|imperial gallon"),
    (_unit("l", "1233481.83754752"), "acre - feet|acre feet|acre - foot|acre foot"),
    (_unit("l", "0.0295735295625"), "fluid ounces|fluid ounce|fl oz|fl . oz"),
)
_HEAT = (
    (
        CELSIUS,
        "degrees celsius|degree celsius|degrees c|degree c|degrees centigrade|celsius|centigrade"
        "|° c|° celsius|ºc|º c|℃|deg c",
    ),
    (
        FAHRENHEIT,
        "degrees fahrenheit|degree fahrenheit|degrees f|degree f|fahrenheit|° f|° fahrenheit|ºf|º f"
        "|℉|deg f",
    ),
    (Unit("degC", nought=Decimal("273.15")), "kelvins|kelvin|degrees kelvin"),
)
_POWERS = (
    (_unit("kW", per="1000"), "watts|watt"),
    (_unit("kW"), "kilowatts|kilowatt|kw"),
    (_unit("kW", "1000"), "megawatts|megawatt|mw"),
    (_unit("kW", "1000000"), "gigawatts|gigawatt|gw"),
    (_unit("kW", "1000000000"), "terawatts|terawatt"),
    (_HORSEPOWER, "horsepower"),
)
_ENERGIES = (
    (_unit("kWh"), "kilowatt hours|kilowatt hour|kilowatt - hours|kilowatt - hour|kwh|kw h"),
    (_unit("kWh", "1000"), "megawatt hours|megawatt hour|megawatt - hours|megawatt - hour|mwh"),
    (_unit("kWh", "1000000"), "gigawatt hours|gigawatt hour|gigawatt - hours|gigawatt - hour|gwh"),
    (
        _unit("kWh", "1000000000"),
        "terawatt hours|terawatt hour|terawatt - hours|terawatt - hour|twh",
    ),
    (_unit("kWh", per="1000"), "watt hours|watt - hours"),
    (_unit("kWh", per="3600000"), "joules|joule"),
    (_unit("kWh", per="3600"), "kilojoules|kilojoule|kj"),
    (_unit("kWh", "1", "3.6"), "megajoules|megajoule|mj"),
    (_unit("kWh", "1000", "3.6"), "gigajoules|gigajoule|gj"),
    (_unit("kWh", "1000000", "3.6"), "terajoules|terajoule"),
    (_unit("kWh", "4.184", "3600"), "calories|calorie|kilocalories|kilocalorie|kcal|kcals|cals"),
    (_unit("kWh", "29.307107017222222"), "therms|therm"),
)
_DATA = (
    (_unit("GB", per="1000000000"), "bytes|byte"),
    (_unit("GB", per="1000000"), "kilobytes|kilobyte"),
    (_unit("GB", per="1000"), "megabytes|megabyte"),
    (_unit("GB"), "gigabytes|gigabyte"),
    (_unit("GB", "1000"), "terabytes|terabyte"),
    (_unit("GB", "1000000"), "petabytes|petabyte"),
    (_unit("GB", "1000000000"), "exabytes|exabyte"),
)
_PRESSURES = (
    (_unit("hPa", per="100"), "pascals|pascal"),
    (_unit("hPa"), "hectopascals|hectopascal|millibars|millibar|mbar"),
    (_unit("hPa", "10"), "kilopascals|kilopascal"),
    (_unit("hPa", "10000"), "megapascals|megapascal"),
    (BAR, "bar|bars of pressure"),
    (_unit("hPa", "68.94757293168361"), "psi|pounds per square inch|pounds a square inch"),
    (_unit("hPa", "1.33322387415"), "mmhg|mm hg|millimetres of mercury|millimeters of mercury"),
    (_unit("hPa", "1013.25"), "atmospheres"),
)
_LOUDNESS = ((Unit("dB"), "decibels|decibel"),)
_QUAKES = ((MAGNITUDE, "magnitude|on the richter scale|on the moment magnitude scale"),)
_SHARES = (
    (_unit("share", per="1000000"), "ppm|parts per million"),
    (_unit("share", per="1000000000"), "ppb|parts per billion"),
)
_OTHERS = (
    (
        OTHER,
        "degrees|degree|°|º|kilotons|kiloton|megatons|megaton|cents|volts|volt|kilovolts|kilovolt"
        "|amps|amp|amperes|hertz|kilohertz|megahertz|gigahertz|sieverts|sievert"
        "|millisieverts|millisievert|microsieverts|microsievert|becquerels|becquerel"
        "|mbps|gbps|kbps|mbit|gbit|megabits|gigabits|mpg|miles per gallon|miles to the gallon"
        "|rpm|bpm|beats per minute|beats a minute|fps|frames per second|megapixels|megapixel"
        "|lumens|lumen|ohms|ohm|newtons|newton|dpi|lux|mmol",
    ),
)
#: Every unit with its spellings, in lower case, as `tokens` cuts them.
SPELLINGS: tuple[tuple[Unit, str], ...] = (
    *_MASSES, *_VOLUMES, *_HEAT, *_POWERS, *_ENERGIES, *_DATA, *_PRESSURES, *_LOUDNESS, *_QUAKES,
    *_SHARES, *_OTHERS,
)  # fmt: skip

_SYMBOLS_OF_OTHERS = word_set(
    "Hz kHz KHz MHz GHz THz kV Sv mSv µSv μSv Bq kBq MBq kN Nm Mb Gb mb MP"
)
#: Symbols that are what they are by their case: "20kg", "3 GB" (and no "PB", a personal best).
SYMBOLS: dict[str, Unit] = {
    "kg": _unit("kg"),
    "kgs": _unit("kg"),
    "mg": _unit("kg", per="1000000"),
    "mcg": _unit("kg", per="1000000000"),
    "µg": _unit("kg", per="1000000000"),
    "μg": _unit("kg", per="1000000000"),
    "Gt": _unit("kg", "1000000000000"),
    "ml": _unit("l", per="1000"),
    "mL": _unit("l", per="1000"),
    "cl": _unit("l", per="100"),
    "TW": _unit("kW", "1000000000"),
    "hp": _HORSEPOWER,
    "bhp": _HORSEPOWER,
    "Wh": _unit("kWh", per="1000"),
    "kB": _unit("GB", per="1000000"),
    "KB": _unit("GB", per="1000000"),
    "MB": _unit("GB", per="1000"),
    "GB": GIGABYTE,
    "TB": TERABYTE,
    "Pa": _unit("hPa", per="100"),
    "hPa": _unit("hPa"),
    "kPa": _unit("hPa", "10"),
    "MPa": _unit("hPa", "10000"),
    "dB": Unit("dB"),
    "dBA": Unit("dB"),
    **dict.fromkeys(_SYMBOLS_OF_OTHERS, OTHER),
}
#: Letters that are a unit only where they are glued to their figure: "60W", "5l", "40t".
GLUED_SYMBOLS: dict[str, Unit] = {
    "t": _unit("kg", "1000"),
    "g": _unit("kg", per="1000"),
    "l": LITRES,
    "L": LITRES,
    "W": _unit("kW", per="1000"),
    "Mt": _unit("kg", "1000000000"),
    "V": OTHER,
    "C": CELSIUS,
    "F": FAHRENHEIT,
    "gb": GIGABYTE,
    "tb": TERABYTE,
    "db": Unit("dB"),
}
#: Those that a noun behind makes a word of it: "12 stone steps", "3 bar staff", "3 TB wards".
ADJECTIVES_TOO = frozenset({BAR, STONE, GIGABYTE, TERABYTE})
