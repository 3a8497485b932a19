"""Development: the half of the table that a parser may be tuned on.

The notation is in `notation`. The rows were written together, dealt into halves at random kind by
kind, and committed before any parser had read them. A row is changed only where section 6 of the
design was misread or a sum was wrong, never to fit a parser.
"""

from __future__ import annotations

from benchmarks.phrases.notation import Half

HALF: Half = {
    "fraction": (
        (
            "Up to two-fifths of the crop may be lost.",
            "level 2/5 [0, 2/5] share up to ; of crop",
        ),
        (
            "One in three drivers admits to texting at the wheel.",
            "level 1/3 [7/24, 11/30] share",
        ),
        (
            "Slightly more than half of Chile's copper goes to China.",
            "level 1/2 (1/2, 11/20] share slightly more than ; of Chile's copper",
        ),
        (
            "3 out of 4 dentists were unimpressed.",
            "level 3/4 (17/24, 31/40] share",
        ),
        (
            "Close to a third of the Bundestag stayed away.",
            "level 1/3 [7/24, 11/30] share close to ; of Bundestag",
        ),
        (
            "one third of Pakistan",
            "level 1/3 [7/24, 11/30] share ; of Pakistan",
        ),
        (
            "Roughly half of Syria's wheat came from Hasakah.",
            "level 1/2 [9/20, 11/20] share roughly ; of Syria's wheat",
        ),
        (
            "More than three-quarters of nurses reported burnout.",
            "level 3/4 (3/4, 1] share more than ; of nurses",
        ),
        (
            "⅘ of the island",
            "level 4/5 (31/40, 49/60] share ; of island",
        ),
        (
            "Most of the island lost power.",
            "level most (1/2, 1] share ; of island",
        ),
        (
            "Two out of five trains ran late.",
            "level 2/5 (11/30, 9/20) share",
        ),
        (
            "A sixth of the fleet is in dry dock.",
            "level 1/6 [2/15, 11/60) share ; of fleet",
        ),
        (
            "Almost a quarter of the seats changed hands.",
            "level 1/4 [9/40, 1/4) share almost ; of seats",
        ),
        (
            "As many as one in seven could lose cover.",
            "level 1/7 [0, 1/7] share as many as",
        ),
        (
            "Five-sixths of the harvest had been brought in.",
            "level 5/6 (49/60, 13/15] share ; of harvest",
        ),
        (
            "⅔ of respondents said no",
            "level 2/3 [19/30, 17/24] share ; of respondents",
        ),
        (
            "Four-sevenths of the delegates abstained.",
            "level 4/7 [1/2, 9/14] share ; of delegates",
        ),
        (
            "Over a third of Greenland's ice loss came in summer.",
            "level 1/3 (1/3, 1] share over ; of Greenland's ice loss",
        ),
        (
            "Around two-thirds of the Amazon basin lies in Brazil.",
            "level 2/3 [19/30, 17/24] share around ; of Amazon basin",
        ),
        (
            "Two-fifths of pupils failed the reading test.",
            "level 2/5 (11/30, 9/20) share ; of pupils",
        ),
        (
            "No more than a sixth of claims were paid.",
            "level 1/6 [0, 1/6] share no more than ; of claims",
        ),
        (
            "Four-fifths of the senate backed the treaty.",
            "level 4/5 (31/40, 49/60] share ; of senate",
        ),
        (
            "Between a quarter and a third of the bees died.",
            "level 1/4..1/3 [1/4, 1/3] share ; of bees",
        ),
        (
            "Less than a tenth of the aid got through.",
            "level 1/10 [0, 1/10) share less than ; of aid",
        ),
        (
            "Just over two-thirds of members voted to strike.",
            "level 2/3 (2/3, 17/24] share just over ; of members",
        ),
    ),
    "percent": (
        (
            "sixty per cent",
            "level 60 [59, 61] %",
        ),
        (
            "Turnout was 63 per cent.",
            "level 63 [62.5, 63.5] %",
        ),
        (
            "Support ran at 41–43 percent.",
            "level 41..43 [41, 43] %",
        ),
        (
            "The tax takes 40% or more of profits.",
            "level 40 [40, 100] % or more",
        ),
        (
            "The bond yields 3.125%.",
            "level 3.125 [3.1245, 3.1255] %",
        ),
        (
            "Roughly 8.5 percent of adults smoke.",
            "level 8.5 [8.4, 8.6] % roughly ; of adults",
        ),
        (
            "The party is polling at 22-24%.",
            "level 22..24 [22, 24] %",
        ),
        (
            "Water makes up about 60 percent of the body.",
            "level 60 [58, 62] % about ; of body",
        ),
        (
            "Just under 25 percent of income goes on rent.",
            "level 25 [24, 25) % just under ; of income",
        ),
        (
            "Less than 0.5% of the sample was tested.",
            "level 0.5 [0, 0.5) % less than ; of sample",
        ),
        (
            "Arctic sea ice covered 15 percent of the strait.",
            "level 15 [14, 16] % ; of strait",
        ),
        (
            "The levy will be between 1.5% and 2.5%.",
            "level 1.5..2.5 [1.5, 2.5] %",
        ),
        (
            "Oxygen saturation was 94 %.",
            "level 94 [93.5, 94.5] %",
        ),
        (
            "Nearly 90% of coral species are at risk.",
            "level 90 [89, 90) % nearly ; of coral species",
        ),
        (
            "More than 80% of the exports go by sea.",
            "level 80 (80, 100] % more than ; of exports",
        ),
        (
            "Inflation fell below 2%.",
            "level 2 [0, 2) % below",
        ),
        (
            "Close to 5% of passengers were turned away.",
            "level 5 [3, 7] % close to ; of passengers",
        ),
        (
            "Exactly 50% of the seats went to women.",
            "level 50 [49.5, 50.5] % exactly ; of seats",
        ),
        (
            "Approximately 71% of the planet is covered by water.",
            "level 71 [70, 72] % approximately ; of planet",
        ),
        (
            "About 12% of Germany's rail network is being rebuilt.",
            "level 12 [11, 13] % about ; of Germany's rail network",
        ),
        (
            "At most 3% of the ballots were spoiled.",
            "level 3 [0, 3] % at most ; of ballots",
        ),
        (
            "Thirty-seven percent of viewers switched off.",
            "level 37 [36.5, 37.5] % ; of viewers",
        ),
    ),
    "habit": (
        (
            "a reading of 0.0042",
            "level 0.0042 [0.00415, 0.00425] count",
        ),
        (
            "48\u2009300 acres were scorched.",
            "level 48300 [48250, 48350] ac",
        ),
        (
            "the index closed at 17,482.50",
            "level 17482.50 [17482.495, 17482.505] count",
        ),
        (
            "48\u00a0300 hectares burned.",
            "level 48300 [48250, 48350] ha",
        ),
        (
            "1.204.500 Unterschriften",
            "level 1204500 [1204450, 1204550] count",
        ),
        (
            "8.60 euros",
            "level 8.60 [8.595, 8.605] EUR",
        ),
        (
            "The census counted 12,34,567 households.",
            "level 1234567 [1234566.5, 1234567.5] count",
        ),
        (
            "6\u202f% of imports",
            "level 6 [5.5, 6.5] % ; of imports",
        ),
    ),
    "script": (
        (
            "٣٫٥٪",
            "level 3.5 [3.45, 3.55] %",
        ),
        (
            "५०% मतदाता",
            "level 50 [49, 51] %",
        ),
        (
            "８５％",
            "level 85 [84, 86] %",
        ),
        (
            "٢٧٬٤٠٠",
            "level 27400 [27350, 27450] count",
        ),
    ),
    "words": (
        (
            "one hundred and five votes",
            "level 105 [104.5, 105.5] count",
        ),
        (
            "Six judges dissented.",
            "level 6 [6, 6] ?",
        ),
        (
            "Eleven ministers resigned.",
            "level 11 [11, 11] ?",
        ),
        (
            "Four satellites were lost.",
            "level 4 [4, 4] count",
        ),
        (
            "seventy thousand homes",
            "level 70000 [66500, 73500] count",
        ),
        (
            "The team won 7 medals.",
            "level 7 [7, 7] count",
        ),
        (
            "two thousand four hundred pages",
            "level 2400 [2350, 2450] count",
        ),
        (
            "nineteen goals",
            "level 19 [18.5, 19.5] count",
        ),
        (
            "sixty-five cattle died",
            "level 65 [64.5, 65.5] count",
        ),
        (
            "Two hundred and eighty miners were trapped.",
            "level 280 [275, 285] persons",
        ),
    ),
    "scale": (
        (
            "More than two and a half million trees burned.",
            "level 2+1/2 (2.5, inf) M.count more than",
        ),
        (
            "three and a half million children",
            "level 3+1/2 [3.25, 3.75] M.persons",
        ),
        (
            "40k followers",
            "level 40 [38, 42] k.?",
        ),
        (
            "7.9bn people",
            "level 7.9 [7.85, 7.95] bn.persons",
        ),
        (
            "three-quarters of a million signatures",
            "level 3/4 (17/24, 31/40] M.count",
        ),
        (
            "Nearly half a billion viewers tuned in.",
            "level 1/2 [9/20, 1/2) bn.? nearly",
        ),
        (
            "1½ million bottles",
            "level 1+1/2 [1.25, 1.75] M.count",
        ),
        (
            "The archive has 4.6m documents.",
            "level 4.6 [4.55, 4.65] M.count",
        ),
        (
            "half a thousand",
            "level 1/2 [9/20, 11/20] k.count",
        ),
        (
            "Half a billion birds migrate each autumn.",
            "level 1/2 [9/20, 11/20] bn.count",
        ),
        (
            "Some 1.1 million ballots were posted.",
            "level 1.1 [1.0, 1.2] M.count some",
        ),
        (
            "13 million eggs",
            "level 13 [12.5, 13.5] M.count",
        ),
        (
            "About 3 million homes lost heating.",
            "level 3 [2.7, 3.3] M.count about",
        ),
    ),
    "hedge": (
        (
            "Close to 9,000 homes were flooded.",
            "level 9000 [8100, 9900] count close to",
        ),
        (
            "Almost twelve mines were found.",
            "level 12 [11, 12) count almost",
        ),
        (
            "Approximately 410 asteroids were catalogued.",
            "level 410 [400, 420] count approximately",
        ),
        (
            "Upwards of 3,000 cattle drowned.",
            "level 3000 (3000, inf) count upwards of",
        ),
        (
            "80 or fewer lions",
            "level 80 (-inf, 80] count or fewer",
        ),
        (
            "Fewer than 90 tigers survive there.",
            "level 90 (-inf, 90) count fewer than",
        ),
        (
            "Almost 300 whales beached.",
            "level 300 [285, 300) count almost",
        ),
        (
            "Just over 530 tickets were left.",
            "level 530 (530, 535] count just over",
        ),
        (
            "Less than 700 ballots had been checked.",
            "level 700 (-inf, 700) count less than",
        ),
        (
            "Fewer than five cranes were working.",
            "level 5 (-inf, 5) count fewer than",
        ),
        (
            "600 or more wells ran dry",
            "level 600 [600, inf) count or more",
        ),
        (
            "Just under 11 laps remained.",
            "level 11 [10, 11) count just under",
        ),
        (
            "More than 6,000 homes were destroyed.",
            "level 6000 (6000, inf) count more than",
        ),
        (
            "In excess of 450 vessels took part.",
            "level 450 (450, inf) count in excess of",
        ),
        (
            "Between 40 and 60 drones were shot down.",
            "level 40..60 [40, 60] count",
        ),
        (
            "Precisely ten species were named.",
            "level 10 [10, 10] count precisely",
        ),
        (
            "Up to six warships joined the drill.",
            "level 6 (-inf, 6] count up to",
        ),
        (
            "No fewer than 22 clubs objected.",
            "level 22 [22, inf) count no fewer than",
        ),
        (
            "About 640 wolves live in the Alps.",
            "level 640 [630, 650] count about",
        ),
        (
            "Over 120 aftershocks were felt.",
            "level 120 (120, inf) count over",
        ),
        (
            "Nearly 1,400 flights were cancelled.",
            "level 1400 [1350, 1400) count nearly",
        ),
        (
            "2 to 3 billion euros",
            "level 2..3 [2, 3] bn.EUR",
        ),
        (
            "As many as 650 schools could close.",
            "level 650 (-inf, 650] count as many as",
        ),
        (
            "A little over 5,600 cases were dropped.",
            "level 5600 (5600, 5650] count a little over",
        ),
        (
            "From 300 to 350 boats crossed.",
            "level 300..350 [300, 350] count",
        ),
    ),
    "currency": (
        (
            "He owed 3.4 billion roubles.",
            "level 3.4 [3.35, 3.45] bn.RUB",
        ),
        (
            "$10m-$15m",
            "level 10..15 [10, 15] M.USD",
        ),
        (
            "Sales of at least $2.75 million",
            "level 2.75 [2.75, inf) M.USD at least",
        ),
        (
            "The deal is worth £4.2bn.",
            "level 4.2 [4.15, 4.25] bn.GBP",
        ),
        (
            "The merger valued it at $1.8tn.",
            "level 1.8 [1.75, 1.85] tn.USD",
        ),
        (
            "Aid of USD 200 million was pledged.",
            "level 200 [190, 210] M.USD",
        ),
        (
            "₹500 crore",
            "level 500 [475, 525] crore.INR",
        ),
        (
            "C$1.3 billion",
            "level 1.3 [1.25, 1.35] bn.CAD",
        ),
        (
            "The club paid about €65m for him.",
            "level 65 [64, 66] M.EUR about",
        ),
        (
            "Some $35 billion of debt matures.",
            "level 35 [34, 36] bn.USD some",
        ),
        (
            "The rescue cost just over £14 billion.",
            "level 14 (14, 14.5] bn.GBP just over",
        ),
        (
            "12 million yuan",
            "level 12 [11.5, 12.5] M.CNY",
        ),
        (
            "The stadium cost 750 million pounds.",
            "level 750 [745, 755] M.GBP",
        ),
        (
            "200m euros",
            "level 200 [190, 210] M.EUR",
        ),
        (
            "as much as $40 billion",
            "level 40 (-inf, 40] bn.USD as much as",
        ),
        (
            "A fine of €750,000 was imposed.",
            "level 750000 [745000, 755000] EUR",
        ),
    ),
    "area": (
        (
            "The fire charred 3,400 hectares.",
            "level 3400 [3350, 3450] ha",
        ),
        (
            "A crater of two square miles opened.",
            "level 2 [1.9, 2.1] sqmi",
        ),
        (
            "some 600 square metres",
            "level 600 [540, 660] m2 some",
        ),
        (
            "The ice shelf lost 1,636 sq km.",
            "level 1636 [1635.5, 1636.5] km2",
        ),
        (
            "nearly 70 square miles",
            "level 70 [66.5, 70) sqmi nearly",
        ),
        (
            "1.5 million hectares of steppe",
            "level 1.5 [1.45, 1.55] M.ha",
        ),
    ),
    "length": (
        (
            "The summit stands at 8,849 metres.",
            "level 8849 [8848.5, 8849.5] m",
        ),
        (
            "The jet fell 30,000 feet.",
            "change -30000 [-31500, -28500] ft",
        ),
        (
            "The front runs for 1,200km.",
            "level 1200 [1150, 1250] km",
        ),
        (
            "Debris was found 4.5 km away.",
            "level 4.5 [4.45, 4.55] km",
        ),
        (
            "The asteroid is 340 metres wide.",
            "level 340 [335, 345] m",
        ),
        (
            "A marathon is 26.2 miles.",
            "level 26.2 [26.15, 26.25] mi",
        ),
        (
            "The rover drove at least 28 miles.",
            "level 28 [28, inf) mi at least",
        ),
    ),
    "duration": (
        (
            "A flight of one and a half hours",
            "level 1+1/2 [1.25, 1.75] h",
        ),
        (
            "She spent 18 months in detention.",
            "level 18 [17.5, 18.5] mo",
        ),
        (
            "The blackout went on for around five hours.",
            "level 5 [4.5, 5.5] h around",
        ),
        (
            "The patient waited just over two hours.",
            "level 2 (2, 2.25] h just over",
        ),
        (
            "in less than 48 hours",
            "level 48 (-inf, 48) h less than",
        ),
        (
            "between eight and ten months",
            "level 8..10 [8, 10] mo",
        ),
        (
            "Almost three decades passed before the trial.",
            "level 3 [2.5, 3) decade almost",
        ),
        (
            "Five and a half years in exile",
            "level 5+1/2 [5.25, 5.75] yr",
        ),
        (
            "a year and a half",
            "level 1+1/2 [1.25, 1.75] yr",
        ),
        (
            "Kick-off was held up by 20 minutes.",
            "level 20 [19, 21] min",
        ),
        (
            "A truce of at least 14 days",
            "level 14 [14, inf) d at least",
        ),
        (
            "the 90-minute debate",
            "level 90 [85.5, 94.5] min",
        ),
        (
            "up to six weeks",
            "level 6 (-inf, 6] w up to",
        ),
        (
            "two and a half decades",
            "level 2+1/2 [2.25, 2.75] decade",
        ),
    ),
    "persons": (
        (
            "an army of 55,000 men",
            "level 55000 [54500, 55500] persons",
        ),
        (
            "About nine children were treated for burns.",
            "level 9 [8, 10] persons about",
        ),
        (
            "2.6 million residents were told to boil water",
            "level 2.6 [2.55, 2.65] M.persons",
        ),
        (
            "The village has 312 inhabitants.",
            "level 312 [311.5, 312.5] persons",
        ),
        (
            "Some 4,500 refugees crossed on Sunday.",
            "level 4500 [4400, 4600] persons some",
        ),
        (
            "Over half a million students sat the exam.",
            "level 1/2 (1/2, inf) M.persons over",
        ),
        (
            "The storm displaced 310,000 people.",
            "level 310000 [305000, 315000] persons",
        ),
        (
            "Hundreds marched, but only 37 protesters were charged.",
            "vague",
            "level 37 [36.5, 37.5] persons",
        ),
        (
            "More than 220,000 nurses walked out.",
            "level 220000 (220000, inf) persons more than",
        ),
    ),
    "change": (
        (
            "The levy will go up by 3.5 percentage points.",
            "change 3.5 [3.45, 3.55] pp",
        ),
        (
            "The mill cut emissions by a quarter.",
            "change -1/4 (-7/24, -9/40] share",
        ),
        (
            "The water table fell by 85 metres.",
            "change -85 [-85.5, -84.5] m",
        ),
        (
            "Freight costs jumped 110%.",
            "change 110 [109, 111] %",
        ),
        (
            "Steel prices gained 7.25 percent.",
            "change 7.25 [7.245, 7.255] %",
        ),
        (
            "Visits surged by more than 60%.",
            "change 60 (60, inf) % more than",
        ),
        (
            "Trade between them expanded by about 3%.",
            "change 3 [2, 4] % about",
        ),
        (
            "Shares were up 4%.",
            "change 4 [3.5, 4.5] %",
        ),
        (
            "Output shrank by 1.4%.",
            "change -1.4 [-1.45, -1.35] %",
        ),
        (
            "Rice harvests dropped by almost a third.",
            "change -1/3 (-1/3, -7/24] share almost",
        ),
        (
            "Exports rose by 12%.",
            "change 12 [11.5, 12.5] %",
        ),
        (
            "Turnout climbed by around 2.5 percentage points.",
            "change 2.5 [2.4, 2.6] pp around",
        ),
        (
            "Women waited 40% longer than men.",
            "change 40 [39, 41] %",
        ),
        (
            "The bank raised rates by 0.25 percentage points.",
            "change 0.25 [0.245, 0.255] pp",
        ),
        (
            "The new engine burns 15% less fuel.",
            "change -15 [-16, -14] %",
        ),
    ),
    "to-level": (
        (
            "The population has grown to 9.4 million.",
            "level 9.4 [9.35, 9.45] M.count",
        ),
        (
            "The toll climbed to 118.",
            "level 118 [117.5, 118.5] ?",
        ),
        (
            "Inflation rose to 4.6%.",
            "level 4.6 [4.55, 4.65] %",
        ),
    ),
    "rate": (
        (
            "a limit of 130 kilometres per hour",
            "rate 130 [125, 135] km/h",
        ),
        (
            "1.4 million barrels a day",
            "rate 1.4 [1.35, 1.45] M.?/d",
        ),
        (
            "60 mph",
            "rate 60 [57, 63] mi/h",
        ),
        (
            "Winds reached 140 km/h.",
            "rate 140 [135, 145] km/h",
        ),
        (
            "The subsidy costs €3.1bn a year.",
            "rate 3.1 [3.05, 3.15] bn.EUR/yr",
        ),
        (
            "Ukraine fires about 6,000 shells a day.",
            "rate 6000 [5400, 6600] count/d about",
        ),
        (
            "between 300 and 400 calls an hour",
            "rate 300..400 [300, 400] count/h",
        ),
        (
            "More than 90 trucks a day crossed.",
            "rate 90 (90, inf) count/d more than",
        ),
        (
            "Rents there average $1,850 a month.",
            "rate 1850 [1845, 1855] USD/month",
        ),
    ),
    "vague": (
        (
            "Hundreds of flights were scrapped.",
            "vague",
        ),
        (
            "Dozens of passengers were hurt.",
            "vague",
        ),
        (
            "The raid freed several dozen hostages.",
            "vague",
        ),
        (
            "Only a handful of shops opened.",
            "vague",
        ),
        (
            "Millions of tonnes of grain are stuck.",
            "vague",
        ),
        (
            "tens of millions of dollars",
            "vague",
        ),
        (
            "Few economists saw it coming.",
            "vague",
        ),
        (
            "A few protesters stayed until dawn.",
            "vague",
        ),
    ),
    "sign": (
        (
            "a net migration of −12,400",
            "level -12400 [-12450, -12350] count",
        ),
        (
            "a change of +2.2%",
            "change 2.2 [2.15, 2.25] %",
        ),
    ),
    "mixed": (
        (
            "Of the 1,460 clinics in the survey, 85% reopened.",
            "level 1460 [1455, 1465] count",
            "level 85 [84, 86] %",
        ),
        (
            "The G7 agreed to lend $50 billion.",
            "level 50 [47.5, 52.5] bn.USD",
        ),
        (
            "Under Section 230, 260 suits were thrown out.",
            "level 260 [255, 265] count",
        ),
        (
            "The First Army holds a third of the front.",
            "level 1/3 [7/24, 11/30] share ; of front",
        ),
        (
            "In 2021 some 4,800 homes were built.",
            "level 4800 [4700, 4900] count some",
        ),
        (
            "The Third Brigade lost 46 vehicles.",
            "level 46 [45.5, 46.5] count",
        ),
        (
            "On 3 March the fund paid out $260 million.",
            "level 260 [255, 265] M.USD",
        ),
        (
            "Version 2.4 is used by 31% of banks.",
            "level 31 [30.5, 31.5] % ; of banks",
        ),
        (
            "At 7.30pm, about 1,900 seats were empty.",
            "level 1900 [1800, 2000] count about",
        ),
        (
            "Growth slowed to 1.8% in the second quarter of 2024.",
            "level 1.8 [1.75, 1.85] %",
        ),
    ),
    "no-name": (
        ("The 101st Airborne was sent.",),
        ("Section 230 shields platforms.",),
        ("HIMARS and M777 guns arrived.",),
        ("5G masts were torched.",),
        ("The B-52 took off from Guam.",),
        ("Covid-19 closed the schools.",),
        ("Security Council Resolution 1325 calls for women at the table.",),
        ("The Five Eyes alliance met in Ottawa.",),
        ("Order 227 forbade retreat.",),
        ("MI6 declined to comment.",),
        ("Page 214 of the report is blank.",),
        ("A Boeing 737 skidded off the runway.",),
        ("The Patriot PAC-3 was tested.",),
        ("The Nikon Z9 was tested.",),
        ("Type 2 diabetes is rising.",),
        ("Henry VIII had it built.",),
        ("Fifty Shades of Grey was filmed here.",),
        ("Area 51 remains closed.",),
        ("The Eighth Army held the ridge.",),
        ("Highway 61 was washed out.",),
        ("The F-35 made its debut.",),
        ("Euro 2024 was held in Germany.",),
        ("The M25 was blocked.",),
        ("Terminal 5 reopened at noon.",),
        ("Half Moon Bay was evacuated.",),
        ("Flight KL1007 landed safely.",),
        ("It is a Phase 3 trial.",),
        ("The Hundred Years' War began at sea.",),
        ("Three Mile Island was shut down.",),
        ("The Su-34 was shot down.",),
        ("A MiG-29 was lost over Odesa.",),
        ("The Class of 2019 held its reunion.",),
        ("Seed No. 4 went out early.",),
        ("The Airbus A320 was on time.",),
        ("The T-90 burned out near Vuhledar.",),
    ),
    "no-ordinal": (
        ("The 19th century palace burned.",),
        ("The twenty-first edition of the fair opened.",),
        ("He finished fifth in the slalom.",),
        ("It was her second term.",),
        ("The fourth estate was silent.",),
        ("A second opinion was sought.",),
        ("Her half-brother testified.",),
        ("The second-hand market collapsed.",),
    ),
    "no-date": (
        ("The 7/7 bombings changed the law.",),
        ("The budget runs until 2030.",),
        ("The treaty was signed on 7 May 2008.",),
        ("On May 7, 2008, the guns fell silent.",),
        ("On Sept. 11 the nation paused.",),
        ("The war of 1914-1918 redrew the map.",),
        ("The contract ends in late 2028.",),
        ("The law took effect on 2021-07-01.",),
        ("Deadline: 12/03/2024.",),
        ("The 9/11 commission reported.",),
    ),
    "no-time": (
        ("The quake struck at 4.17am.",),
        ("The siren sounded at half past nine.",),
        ("Doors open at 19:30.",),
    ),
    "no-score": (
        ("Croatia drew 2–2 with Italy.",),
        ("Arsenal won 3-1 at Anfield.",),
        ("She won the set 6-4.",),
    ),
    "no-number": (
        ("The flaw affects v2.0.14.",),
        ("The number plate read LK21 XYZ.",),
        ("Ring +1 202 555 0147 now.",),
        ("Python 3.12 is supported.",),
        ("case no. 22-451",),
    ),
    "no-idiom": (
        ("Most importantly, nobody resigned.",),
        ("The percentage was not disclosed.",),
        ("The minister met his opposite number.",),
        ("No one was charged.",),
        ("It was the most expensive film of the decade.",),
        ("On the one hand, prices fell.",),
    ),
}
