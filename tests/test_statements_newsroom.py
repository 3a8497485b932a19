"""Figures in the turns that reports on prices, votes and leagues have, on other subjects."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.values import CalendarDate, Interval
from claimtrack.words.statements import read_statements

FEES = Measure(
    "fees", "What is the harbour's mooring fee rate?", "quantity", unit="ratio",
    reads=Reads(
        subject=("mooring rate", "mooring rates"), by=("port authority", "authority"),
        says=("be", "stand at", "raise", "cut", "leave"),
    ),
)  # fmt: skip
SEATS = Measure(
    "seats", "How many seats has the Harbour List in the council?", "quantity", unit="count",
    reads=Reads(subject=("Harbour List",), of=("seats",), says=("win", "have", "hold")),
)  # fmt: skip
LOST = Measure(
    "lost", "How many matches has Kesland lost?", "quantity", unit="count",
    reads=Reads(subject=("Kesland",), of=("matches",), says=("lose",)),
)  # fmt: skip
RUN = Measure(
    "run", "For how many games has Kesland been unbeaten?", "quantity", unit="count",
    reads=Reads(subject=("Kesland",), of=("games",), says=("unbeaten",)),
)  # fmt: skip
MOOD = Measure(
    "mood", "What share of voters trusts the Harbour List?", "quantity", unit="share",
    reads=Reads(subject=("voters",), of=("voters",), says=("be", "trust")),
)  # fmt: skip
HUNGRY = Measure(
    "hungry", "What share of the people of Norland go hungry?", "quantity", unit="share",
    reads=Reads(subject=("Norlanders", "Norland"), of=("people",), says=("go hungry", "be")),
)  # fmt: skip
OUTPUT = Measure(
    "output", "By how much did Kesland's industry grow?", "quantity", unit="ratio",
    reads=Reads(subject=("industry",), of=("Kesland",), says=("grow",)),
)  # fmt: skip
FINISHES = Measure(
    "defeats", "How many bouts has Ilva Marr lost?", "quantity", unit="count",
    reads=Reads(subject=("Marr",), of=("bouts", "defeats"), says=("lose", "have")),
)  # fmt: skip
CUPS = Measure(
    "cups", "How many bouts has Ilva Marr won?", "quantity", unit="count",
    reads=Reads(subject=("Marr",), of=("bouts", "wins"), says=("win", "have")),
)  # fmt: skip
FUEL = Measure(
    "fuel", "What does a litre of diesel cost in Norland?", "quantity", unit="EUR",
    reads=Reads(subject=("diesel",), of=("litre",), says=("cost", "be")),
)  # fmt: skip
SEASON = Measure(
    "season", "How many races has Will Orme won this season?", "quantity", unit="count",
    reads=Reads(
        subject=("Will Orme", "Orme"), of=("races",), says=("win", "have"),
        since=CalendarDate.parse("2025-09-01"),
    ),
)  # fmt: skip
RENTS = Measure(
    "rents", "How much do rents in Norland rise in a year?", "quantity", unit="ratio",
    reads=Reads(
        subject=("rent growth", "rents"), of=("Norland", "Oster"), never=("office",),
        says=("be", "stand at", "rise", "fall", "slow", "reach", "hit"),
    ),
)  # fmt: skip
VACANT = Measure(
    "vacant", "What share of the flats is empty?", "quantity", unit="share",
    reads=Reads(
        subject=("vacancy rate",), of=("flats",),
        says=("be", "stand at", "reach", "empty", "vacant"),
    ),
)  # fmt: skip
BALLOTS = Measure(
    "ballots", "What share of the ballots has been scanned?", "quantity", unit="share",
    reads=Reads(subject=("ballots",), says=("scan",)),
)  # fmt: skip
VOTES = Measure(
    "votes", "What share of the vote has the Harbour List?", "quantity", unit="share",
    reads=Reads(subject=("Harbour List",), of=("vote",), says=("win", "get", "have")),
)  # fmt: skip
MEDALS = Measure(
    "medals", "How many medals has Kesland won?", "quantity", unit="count",
    reads=Reads(subject=("Kesland",), of=("medals",), says=("win", "have", "take", "go to")),
)  # fmt: skip
GAP = Measure(
    "gap", "By how many points does Kesland lead?", "quantity", unit="count",
    reads=Reads(subject=("Kesland",), of=("points",), says=("lead by", "lead", "clear")),
)  # fmt: skip
TITLES = Measure(
    "titles", "How many titles has Ilva Marr won?", "quantity", unit="count",
    reads=Reads(subject=("Marr",), of=("titles",), says=("win", "have")),
)  # fmt: skip
ALL = (
    RENTS,
    VACANT,
    BALLOTS,
    VOTES,
    MEDALS,
    GAP,
    TITLES,
    FEES,
    SEATS,
    LOST,
    RUN,
    MOOD,
    HUNGRY,
    OUTPUT,
    FINISHES,
    CUPS,
    FUEL,
    SEASON,
)


def told(text: str) -> list[str]:
    found = read_statements(text, ALL, published="2026-03-10")
    return [f"{one.measure} {_value(one.value)}{' rest' * one.derived}" for one in found]


def _value(value: object) -> str:
    if isinstance(value, Interval):
        return f"{value.lower}..{value.upper}"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a place that the table lists beside the thing
        ("Rents in Oster rose 6.2% in the year to January.", ["rents 0.062"]),
        ("Oster's rent growth is now 5.1%.", ["rents 0.051"]),
        ("Rents in Delvia rose 6.2% in the year to January.", []),
        # over a part of a year
        ("Rents rose 0.9% between October and January.", []),
        ("Rents rose by 1.1% between December and January.", []),
        # a clause of its own with another thing
        ("Rents rose 6.2%, while pay growth was 3.9%.", ["rents 0.062"]),
        ("Rents rose 6.2%, but pay growth was 3.9%.", ["rents 0.062"]),
        ("The vacancy rate was 4%, while rents rose 6.2%.", ["vacant 0.04", "rents 0.062"]),
        # a part of the people
        ("The vacancy rate for older owners was 9%.", []),
        ("Rent growth for young people reached 8%.", []),
        # another time, told by what happened then
        ("When they came to power, rent growth was 9%.", []),
        ("Rent growth was 9% when she became mayor.", []),
        ("Rent growth was 9% when the survey ended.", ["rents 0.09"]),
        ("When they came to power rents had stalled, and rent growth is now 4%.", ["rents 0.04"]),
        # beside the subject
        ("Rent growth, at 5%, is the slowest in years.", ["rents 0.05"]),
        ("The Harbour List, with 31%, finished ahead of the Union.", ["votes 0.31"]),
        ("The Union finished ahead of the Harbour List, with 38%.", []),
        ("The Union, with 38%, finished ahead of the Harbour List, with 31%.", ["votes 0.31"]),
        ("Kesland, with 14 medals, came third.", ["medals 14"]),
        ("Kesland stay third with 14 medals.", ["medals 14"]),
        ("Kesland came second behind Delvia with 14 medals.", []),
        # a rate that somebody sets, and what is about a thing
        ("Mooring rates remain at 4%, their highest in years.", ["fees 0.04"]),
        ("The port authority raised mooring rates to 4%.", ["fees 0.04"]),
        ("Had mooring rates stayed at 4%, the ferries would have left.", []),
        ("Rent growth expectations fell to 3%.", []),
        ("Rent growth picked up to 7% in January.", []),
        ("Rent growth climbed to 7% in January.", ["rents 0.07"]),
        ("Rents in Norland were up 6.2%.", ["rents 0.062"]),
        ("Rent growth fell by a third.", []),
        # a level that a count comes to, and who is given it
        ("The Harbour List's seats fell to 11 from 19.", ["seats 11"]),
        ("The Harbour List, which had governed for years, was reduced to 11 seats.", ["seats 11"]),
        ("The Harbour List's lead was cut to 11 seats.", []),
        ("The Harbour List cut the Union's lead to 3 seats.", []),
        ("Results gave the Harbour List 11 seats and the Union 20.", ["seats 11"]),
        ("Results gave the Union 20 seats and the Harbour List 11.", ["seats 11"]),
        ("Pollsters gave the Harbour List 11 seats.", []),
        ("An exit poll gave the Union 20 seats and the Harbour List 11.", []),
        ("The Harbour List topped the polls and won 11 seats.", ["seats 11"]),
        ("Together with the Union, the Harbour List has 31 seats.", []),
        ("The Harbour List fell short of the 20 seats it had hoped for.", []),
        # what is measured, by itself
        ("The ministry put rent growth at 6%.", ["rents 0.06"]),
        ("With rent growth of 6%, builders are busy.", ["rents 0.06"]),
        ("Nobody expects rent growth of 6%.", []),
        ("With mooring rates at 4%, ferries pay more.", ["fees 0.04"]),
        ("Fees rise by rent growth or 2%, whichever is higher.", []),
        ("Rent growth in the hotel industry, which grew, was 9%.", []),
        ("Rent growth was 9% before the reform.", []),
        ("A third of voters stayed at home.", []),
        # what goes to whom, and who stands beside an "on"
        ("More than 31% of the vote went to the Harbour List.", ["votes 0.31..1"]),
        ("More than 31% of the vote went to the Union.", []),
        ("Of the 40 seats, 11 went to the Harbour List.", ["seats 11"]),
        ("The Union won with 38%, ahead of the Harbour List on 31%.", ["votes 0.31"]),
        ("With 14 medals, Kesland leads the table.", ["medals 14"]),
        ("With 14 medals, Delvia leads Kesland.", []),
        ("The Harbour List led with 80% of the ballots scanned.", ["ballots 0.8"]),
        ("Kesland leads the table with 14 points.", []),
        # a part of what somebody has, and whoever is his
        ("Kesland won 4 medals from distant races.", []),
        ("Kesland has won 3 medals in its last two games.", []),
        ("Kesland's juniors have 9 medals.", []),
        ("Kesland's team has 9 medals.", ["medals 9"]),
        ("Ballots cast abroad are slow: 4% of the ballots cast abroad are scanned.", []),
        # what is over
        ("Kesland are on a 17-game unbeaten run.", ["run 17"]),
        ("Kesland's 17-game unbeaten run came to an end.", []),
        ("Kesland were unbeaten in 10 games before the defeat.", []),
        # a name in small letters is none
        ("For a marr, who has won 6 titles, nobody cares.", []),
        # another thing, of which the subject only says where it is
        ("Norland's annual birth rate rose to 2%.", []),
        ("Birth rates in Norland hit 2%, a record.", []),
        ("About 2% of Norlanders go hungry.", ["hungry 0.02"]),
        ("Delvia's industry grew 4%.", []),
        ("Kesland's industry grew 4%.", ["output 0.04"]),
        # by the year, in a month alone, and now
        ("Rents in Norland are rising at more than 6% a year.", ["rents 0.06..None"]),
        ("Rents rose 0.9% in January alone.", []),
        ("Rent growth, now about 6%, has slowed.", ["rents 0.06"]),
        # who is told behind a "for", who got it, and who denies it
        ("The Union won 38% of the vote against 31% for the Harbour List.", ["votes 0.31"]),
        ("The Harbour List won 31% of the vote against 38% for the Union.", ["votes 0.31"]),
        ("The Harbour List received 31% of the vote.", ["votes 0.31"]),
        ("The Harbour List says it won 31% of the vote; the Union denies it.", []),
        ("In the first round the Harbour List took 31% of the vote.", []),
        ("Kesland won 9 medals last season.", []),
        # what is counted is no verb, and what is asked to be lost is no change
        ("Marr, with 24 wins and six defeats, retires.", ["cups 24", "defeats 6"]),
        ("Marr has lost only six bouts.", ["defeats 6"]),
        ("A late throw lifted Kesland to 14 medals.", ["medals 14"]),
        # over a month, told first; a place without a name, and a part of one
        ("Month on month, rents rose 0.3%.", []),
        ("Rent growth in the whole region was 9%.", []),
        ("In Norland East 40% of people go hungry.", []),
        ("About 4% of people over 60 go hungry in Norland.", []),
        # a distance, a meeting, and what was possible
        ("Kesland are 3 medals above Delvia.", []),
        ("Kesland won 3 medals at Delvia.", []),
        ("Kesland have won 3 medals from a possible 12.", []),
        # whose the whole is, a name like a verb, and an ordinal
        ("The Harbour List holds 11 of the council's 45 seats.", ["seats 11"]),
        ("Marr has won 4 of Kesland's 14 titles.", ["titles 4"]),
        ("Marr won her 7th title of the season.", ["titles 7"]),
        ("Lind won her 7th title of the season.", []),
        # what is left out, where else it is so, and what something is for
        ("Rent growth excluding hotels was 7%.", []),
        ("Suda, where rent growth is 9%, has built little.", []),
        ("Oster, where rent growth is 9%, has built little.", ["rents 0.09"]),
        ("Diesel costs €1.55 a litre.", ["fuel 1.55"]),
        ("Filling a tank with diesel costs €81.", []),
        ("The tax on diesel is €0.60 a litre.", []),
        ("The port authority ruled out raising mooring rates to 5%.", []),
        # who stands behind another, and who is brought to a level
        ("The Union won 38% of the vote, ahead of the Harbour List with 31%.", ["votes 0.31"]),
        ("The Harbour List scored 31%, its worst result.", ["votes 0.31"]),
        ("The Harbour List won 31% of the vote four years earlier.", []),
        ("A late win moved Kesland to 14 medals.", ["medals 14"]),
        # a given name, a tally, and what was done on a day
        ("Sprinter Will Orme has won 15 races.", ["season 15"]),
        ("Will Orme win 15 races?", []),
        ("Orme's tally is now 15 races.", ["season 15"]),
        ("Orme won two races on Saturday.", []),
        # a streak is no total
        ("Kesland have lost three matches in a row.", []),
        ("Kesland have lost three straight matches.", []),
        ("Kesland have lost three matches.", ["lost 3"]),
        # a count so far
        ("With 80% of the ballots scanned, the Harbour List had 31%.",
         ["ballots 0.8", "votes 0.31"]),
        ("About 20% of the ballots remain to be scanned.", ["ballots 0.8 rest"]),
        ("Some 20% of the ballots have yet to be scanned.", ["ballots 0.8 rest"]),
        # who acts behind an aside, a score or a "who"
        ("The Harbour List, founded by Ilva Marr, won 31% of the vote.", ["votes 0.31"]),
        ("The Union, led by Harbour List rebel Ilva Marr, won 31% of the vote.", []),
        ("Kesland beat Delvia 3-1 to go to 14 medals.", ["medals 14"]),
        ("Kesland beat Delvia, who have 9 medals.", []),
        ("No player of Kesland has won more titles than Marr, who has 6.", ["titles 6"]),
        ("No player has won more matches than Marr, who has 61.", []),
        # the noun left out
        ("Kesland have 14 medals, Delvia have 9.", ["medals 14"]),
        ("Delvia have 9 medals, Kesland have 14.", ["medals 14"]),
        ("Delvia have 9 points, Kesland have 14.", []),
        # a difference that is asked for
        ("Kesland lead the group by four points.", ["gap 4"]),
        ("Kesland are four points clear.", ["gap 4"]),
        ("Kesland, four points clear at the top, meet Delvia on Sunday.", ["gap 4"]),
        # what may come, the whole of a part, and elsewhere
        ("Kesland could have 16 medals by Sunday.", []),
        ("Kesland may have 14 medals.", ["medals 14"]),
        ("Kesland have won nine of their 14 medals this season.", ["medals 9"]),
        ("Marr won 4 titles for her former team.", []),
    ],
)  # fmt: skip
def test_a_figure_is_read_where_it_is_told_and_nowhere_else(text: str, expected: list[str]) -> None:
    assert told(text) == expected
