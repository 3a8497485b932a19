"""Held out: the half of the table that nobody looks at while a parser is tuned.

Drawn like `development`, and read by the benchmark only. A row is changed only where section 6 of
the design was misread or a sum was wrong, never to fit a parser.
"""

from __future__ import annotations

from benchmarks.phrases.notation import Half

HALF: Half = {
    "fraction": (
        (
            "A quarter of the reef has bleached since spring.",
            "level 1/4 [9/40, 7/24) share ; of reef",
        ),
        (
            "Nearly all of the prisoners were released.",
            "level nearly-all [9/10, 1) share ; of prisoners",
        ),
        (
            "One in twelve infants was born too early.",
            "level 1/12 [1/24, 1/8] share",
        ),
        (
            "Three in ten shops have closed for good.",
            "level 3/10 [1/4, 7/20] share",
        ),
        (
            "Exactly a third of the council is up for election.",
            "level 1/3 [197/600, 203/600] share exactly ; of council",
        ),
        (
            "1 in 50 swabs came back positive",
            "level 1/50 [1/100, 3/100] share",
        ),
        (
            "two-sevenths of the estate",
            "level 2/7 [3/14, 5/14] share ; of estate",
        ),
        (
            "1 in 10 homes stands empty.",
            "level 1/10 [1/20, 2/15) share",
        ),
        (
            "Nine-tenths of the glacier is under water.",
            "level 9/10 (13/15, 19/20] share ; of glacier",
        ),
        (
            "Nearly two-thirds of Canadians live near the border.",
            "level 2/3 [19/30, 2/3) share nearly ; of Canadians",
        ),
        (
            "At least a third of the garrison surrendered.",
            "level 1/3 [1/3, 1] share at least ; of garrison",
        ),
        (
            "Nearly one in six births was by caesarean.",
            "level 1/6 [2/15, 1/6) share nearly",
        ),
        (
            "Half of the country's doctors trained abroad.",
            "level 1/2 [9/20, 11/20] share ; of country's doctors",
        ),
        (
            "A ninth of the budget goes on interest.",
            "level 1/9 [1/18, 1/6] share ; of budget",
        ),
        (
            "One in eight adults lives with the condition.",
            "level 1/8 [1/16, 3/16] share",
        ),
        (
            "One in 20 tickets went unsold.",
            "level 1/20 [1/40, 3/40] share",
        ),
        (
            "Seven-eighths of the pipeline is laid.",
            "level 7/8 [13/16, 15/16] share ; of pipeline",
        ),
        (
            "Just under a fifth of the sample carried the gene.",
            "level 1/5 [11/60, 1/5) share just under ; of sample",
        ),
        (
            "three-fifths of the vote",
            "level 3/5 (11/20, 19/30) share ; of vote",
        ),
        (
            "Almost all of Estonia's trade now goes west.",
            "level nearly-all [9/10, 1) share ; of Estonia's trade",
        ),
        (
            "One in four bridges needs repair.",
            "level 1/4 [9/40, 7/24) share",
        ),
        (
            "Fewer than one in five hospitals had spare beds.",
            "level 1/5 [0, 1/5) share fewer than",
        ),
        (
            "Half the harbour was frozen.",
            "level 1/2 [9/20, 11/20] share",
        ),
        (
            "Five-eighths of the jury pool was excused.",
            "level 5/8 [9/16, 11/16] share ; of jury pool",
        ),
        (
            "Well over half of all flights were delayed.",
            "level 1/2 (1/2, 1] share well over",
        ),
    ),
    "percent": (
        (
            "The fee is 0,8% in all.",
            "level 0.8 [0.75, 0.85] %",
        ),
        (
            "ten per cent of the electorate",
            "level 10 [9, 11] % ; of electorate",
        ),
        (
            "Almost 33 percent of the delegates walked out.",
            "level 33 [32.5, 33) % almost ; of delegates",
        ),
        (
            "At least 66 percent of the chamber must agree.",
            "level 66 [66, 100] % at least ; of chamber",
        ),
        (
            "Humidity reached 100%.",
            "level 100 [99, 100] %",
        ),
        (
            "The central bank kept its rate at 5.25%.",
            "level 5.25 [5.245, 5.255] %",
        ),
        (
            "Unemployment stood at 4.7 percent in June.",
            "level 4.7 [4.65, 4.75] %",
        ),
        (
            "Up to 35% of food is thrown away.",
            "level 35 [0, 35] % up to ; of food",
        ),
        (
            "not more than 7%",
            "level 7 [0, 7] % not more than",
        ),
        (
            "between 30 and 35 percent of the herd",
            "level 30..35 [30, 35] % ; of herd",
        ),
        (
            "11,4 % de chômage",
            "level 11.4 [11.35, 11.45] %",
        ),
        (
            "Some 95% of Gaza's water is unfit to drink.",
            "level 95 [93, 97] % some ; of Gaza's water",
        ),
        (
            "Only 45% of the vaccine had been used.",
            "level 45 [44, 46] % ; of vaccine",
        ),
        (
            "Fewer than 10 per cent of graduates found posts.",
            "level 10 [0, 10) % fewer than ; of graduates",
        ),
        (
            "The measure passed with around 52 per cent.",
            "level 52 [51, 53] % around",
        ),
        (
            "2 pct of the shares",
            "level 2 [1.5, 2.5] % ; of shares",
        ),
        (
            "Just over 51% of Scots disagreed.",
            "level 51 (51, 51.5] % just over ; of Scots",
        ),
        (
            "Over 17.5% of the workforce was furloughed.",
            "level 17.5 (17.5, 100] % over ; of workforce",
        ),
        (
            "No less than 55% of the fund is in bonds.",
            "level 55 [55, 100] % no less than ; of fund",
        ),
        (
            "Moisture ranged from 12% to 14%.",
            "level 12..14 [12, 14] %",
        ),
        (
            "Efficacy was put at 60 to 65 per cent.",
            "level 60..65 [60, 65] %",
        ),
    ),
    "habit": (
        (
            "Record attendance: 84,356 at the final.",
            "level 84356 [84355.5, 84356.5] count",
        ),
        (
            "27\u202f450 trees were felled.",
            "level 27450 [27445, 27455] count",
        ),
        (
            "Output came to 3\u00a0750\u00a0000 bottles.",
            "level 3750000 [3745000, 3755000] count",
        ),
        (
            "The petition drew 1,204,500 signatures.",
            "level 1204500 [1204450, 1204550] count",
        ),
        (
            "1,5 million voters",
            "level 1.5 [1.45, 1.55] M.persons",
        ),
        (
            "27 450 pines fell in the storm.",
            "level 27450 [27445, 27455] count",
        ),
        (
            "1'350'000",
            "level 1350000 [1345000, 1355000] count",
        ),
        (
            "19\u00a0% of births",
            "level 19 [18.5, 19.5] % ; of births",
        ),
    ),
    "script": (
        (
            "১২%",
            "level 12 [11.5, 12.5] %",
        ),
        (
            "٤٥٪ من الناخبين",
            "level 45 [44, 46] %",
        ),
        (
            "३,२००",
            "level 3200 [3150, 3250] count",
        ),
        (
            "２，４００",
            "level 2400 [2350, 2450] count",
        ),
        (
            "۷۲٪",
            "level 72 [71.5, 72.5] %",
        ),
    ),
    "words": (
        (
            "Nine million books were scanned.",
            "level 9 [8.55, 9.45] M.count",
        ),
        (
            "forty-two thousand",
            "level 42000 [41500, 42500] count",
        ),
        (
            "twenty-eight nations signed",
            "level 28 [27.5, 28.5] count",
        ),
        (
            "Ninety turbines were shut down.",
            "level 90 [85.5, 94.5] count",
        ),
        (
            "Fifteen hundred jobs will go.",
            "level 1500 [1450, 1550] count",
        ),
        (
            "Twelve villages were cut off.",
            "level 12 [12, 12] count",
        ),
        (
            "eight hundred million",
            "level 800 [760, 840] M.count",
        ),
        (
            "seventeen candidates are standing",
            "level 17 [16.5, 17.5] ?",
        ),
        (
            "three hundred thousand trees",
            "level 300000 [285000, 315000] count",
        ),
        (
            "a thousand ships",
            "level 1 [0.95, 1.05] k.count",
        ),
    ),
    "scale": (
        (
            "Four and a half thousand seals were tagged.",
            "level 4+1/2 [4.25, 4.75] k.count",
        ),
        (
            "two million letters",
            "level 2 [1.9, 2.1] M.count",
        ),
        (
            "a third of a million books",
            "level 1/3 [7/24, 11/30] M.count",
        ),
        (
            "12 lakh farmers",
            "level 12 [11.5, 12.5] lakh.?",
        ),
        (
            "0.75 million doses",
            "level 0.75 [0.745, 0.755] M.count",
        ),
        (
            "Half a dozen banks failed.",
            "level 1/2 [9/20, 11/20] doz.count",
        ),
        (
            "The galaxy holds 200 billion stars.",
            "level 200 [190, 210] bn.count",
        ),
        (
            "The scheme reached 2.5 crore homes.",
            "level 2.5 [2.45, 2.55] crore.count",
        ),
        (
            "The region is home to 38 million people.",
            "level 38 [37.5, 38.5] M.persons",
        ),
        (
            "Over half a million homes were without water.",
            "level 1/2 (1/2, inf) M.count over",
        ),
        (
            "A billion and a half birds were counted.",
            "level 1+1/2 [1.25, 1.75] bn.count",
        ),
        (
            "The virus has infected 2.35 million people.",
            "level 2.35 [2.345, 2.355] M.persons",
        ),
    ),
    "hedge": (
        (
            "More than three ferries sank.",
            "level 3 (3, inf) count more than",
        ),
        (
            "A little under 34,000 cars were recalled.",
            "level 34000 [33500, 34000) count a little under",
        ),
        (
            "Nearly nine bridges in all were mined.",
            "level 9 [8, 9) count nearly",
        ),
        (
            "Just under 26,000 votes separated them.",
            "level 26000 [25500, 26000) count just under",
        ),
        (
            "Slightly more than 75,000 fans came.",
            "level 75000 (75000, 75500] persons slightly more than",
        ),
        (
            "At least seven houses collapsed.",
            "level 7 [7, inf) count at least",
        ),
        (
            "Roughly 2,300 schools stayed shut.",
            "level 2300 [2200, 2400] count roughly",
        ),
        (
            "between 1.2 million and 1.4 million bottles",
            "level 1.2..1.4 [1.2, 1.4] M.count",
        ),
        (
            "A maximum of 250 permits will be issued.",
            "level 250 (-inf, 250] count a maximum of",
        ),
        (
            "between five and seven whales",
            "level 5..7 [5, 7] count",
        ),
        (
            "No more than 30 trawlers may enter.",
            "level 30 (-inf, 30] count no more than",
        ),
        (
            "Roughly six rockets fell short.",
            "level 6 [5, 7] count roughly",
        ),
        (
            "Exactly eight ballots were challenged.",
            "level 8 [8, 8] count exactly",
        ),
        (
            "~4,200 stars",
            "level 4200 [4100, 4300] count ~",
        ),
        (
            "At least 17 aircraft were grounded.",
            "level 17 [17, inf) count at least",
        ),
        (
            "Under 2,000 copies were sold.",
            "level 2000 (-inf, 2000) count under",
        ),
        (
            "Well over 10,000 complaints were filed.",
            "level 10000 (10000, inf) count well over",
        ),
        (
            "Just over four laps remained.",
            "level 4 (4, 5] count just over",
        ),
        (
            "At most 40 pandas remain.",
            "level 40 (-inf, 40] count at most",
        ),
        (
            "Up to 8,000 jobs are at risk.",
            "level 8000 (-inf, 8000] count up to",
        ),
        (
            "1,500-2,000 penguins nested there",
            "level 1500..2000 [1500, 2000] count",
        ),
        (
            "About eight ships were waiting.",
            "level 8 [7, 9] count about",
        ),
        (
            "Some 18,000 sheep were culled.",
            "level 18000 [17000, 19000] count some",
        ),
        (
            "The herd numbers 7,000 to 8,000.",
            "level 7000..8000 [7000, 8000] count",
        ),
        (
            "Around 50,000 spectators braved the rain.",
            "level 50000 [45000, 55000] persons around",
        ),
        (
            "35 or so yachts",
            "level 35 [34, 36] count or so",
        ),
    ),
    "currency": (
        (
            "Ticket prices start at 18 euros.",
            "level 18 [17.5, 18.5] EUR",
        ),
        (
            "between €2bn and €3bn",
            "level 2..3 [2, 3] bn.EUR",
        ),
        (
            "Japan set aside ¥3 trillion.",
            "level 3 [2.85, 3.15] tn.JPY",
        ),
        (
            "The startup burned through half a billion dollars.",
            "level 1/2 [9/20, 11/20] bn.USD",
        ),
        (
            "£600-700 million",
            "level 600..700 [600, 700] M.GBP",
        ),
        (
            "A$40 million",
            "level 40 [38, 42] M.AUD",
        ),
        (
            "Grants of up to $5,000 are offered.",
            "level 5000 (-inf, 5000] USD up to",
        ),
        (
            "A drone costs 20,000 hryvnias.",
            "level 20000 [19000, 21000] UAH",
        ),
        (
            "More than £1 million was raised.",
            "level 1 (1, inf) M.GBP more than",
        ),
        (
            "A billion dollars was frozen.",
            "level 1 [0.95, 1.05] bn.USD",
        ),
        (
            "a $3.6-billion loan",
            "level 3.6 [3.55, 3.65] bn.USD",
        ),
        (
            "HK$80 billion",
            "level 80 [76, 84] bn.HKD",
        ),
        (
            "The painting fetched $1,250.",
            "level 1250 [1245, 1255] USD",
        ),
        (
            "Losses came to nearly $900 million.",
            "level 900 [855, 900) M.USD nearly",
        ),
        (
            "A barrel costs $71.40.",
            "level 71.40 [71.395, 71.405] USD",
        ),
        (
            "The lender needed CHF 5.5 million.",
            "level 5.5 [5.45, 5.55] M.CHF",
        ),
    ),
    "area": (
        (
            "about 5,200 km² of seabed",
            "level 5200 [5100, 5300] km2 about",
        ),
        (
            "The park spans 8,983 square kilometers.",
            "level 8983 [8982.5, 8983.5] km2",
        ),
        (
            "The islet covers 12 square kilometres.",
            "level 12 [11.5, 12.5] km2",
        ),
        (
            "A farm of 250 acres was sold.",
            "level 250 [245, 255] ac",
        ),
        (
            "between 150 and 180 hectares",
            "level 150..180 [150, 180] ha",
        ),
        (
            "More than 90,000 acres have burned.",
            "level 90000 (90000, inf) ac more than",
        ),
    ),
    "length": (
        (
            "The river rose two metres.",
            "change 2 [1.9, 2.1] m",
        ),
        (
            "15 to 20 kilometres of pipe",
            "level 15..20 [15, 20] km",
        ),
        (
            "a 3-kilometre tailback",
            "level 3 [2.85, 3.15] km",
        ),
        (
            "The wall is nearly 700 miles long.",
            "level 700 [665, 700) mi nearly",
        ),
        (
            "Epicentre about 40 kilometres from Lima",
            "level 40 [36, 44] km about",
        ),
        (
            "waves of up to 15 metres",
            "level 15 (-inf, 15] m up to",
        ),
        (
            "The tunnel is 57 km long.",
            "level 57 [56.5, 57.5] km",
        ),
    ),
    "duration": (
        (
            "Seven weeks later the ice gave way.",
            "level 7 [6.5, 7.5] w",
        ),
        (
            "three to five years",
            "level 3..5 [3, 5] yr",
        ),
        (
            "roughly 15 minutes",
            "level 15 [14, 16] min roughly",
        ),
        (
            "The dam took nearly two years to fill.",
            "level 2 [1.5, 2) yr nearly",
        ),
        (
            "100 days into the siege",
            "level 100 [95, 105] d",
        ),
        (
            "Talks dragged on for four hours.",
            "level 4 [3.75, 4.25] h",
        ),
        (
            "Three-quarters of an hour passed.",
            "level 3/4 (17/24, 31/40] h",
        ),
        (
            "The strike lasted three weeks.",
            "level 3 [2.5, 3.5] w",
        ),
        (
            "25 years after the accord",
            "level 25 [24.5, 25.5] yr",
        ),
        (
            "It has been dry for more than a decade.",
            "level 1 (1, inf) decade more than",
        ),
        (
            "3½ days later",
            "level 3+1/2 [3.25, 3.75] d",
        ),
        (
            "Half a century of drought",
            "level 1/2 [9/20, 11/20] century",
        ),
        (
            "Rescuers had about four days left.",
            "level 4 [3, 5] d about",
        ),
        (
            "a 40-year lease",
            "level 40 [38, 42] yr",
        ),
    ),
    "persons": (
        (
            "between 2,000 and 3,000 settlers",
            "level 2000..3000 [2000, 3000] persons",
        ),
        (
            "At least 64 passengers are missing.",
            "level 64 [64, inf) persons at least",
        ),
        (
            "Up to 12,000 workers face the axe.",
            "level 12000 (-inf, 12000] persons up to",
        ),
        (
            "Two women and a boy were found alive.",
            "level 2 [2, 2] persons",
        ),
        (
            "Gunmen killed 23 civilians.",
            "level 23 [22.5, 23.5] persons",
        ),
        (
            "Nearly 60 students were expelled.",
            "level 60 [57, 60) persons nearly",
        ),
        (
            "Five firefighters were hurt.",
            "level 5 [5, 5] persons",
        ),
        (
            "The clinic sees 85 patients.",
            "level 85 [84.5, 85.5] persons",
        ),
        (
            "1.3 million pensioners",
            "level 1.3 [1.25, 1.35] M.persons",
        ),
    ),
    "change": (
        (
            "a drop of 6.4%",
            "change -6.4 [-6.45, -6.35] %",
        ),
        (
            "The lake has lost ground: it is 22% smaller.",
            "change -22 [-22.5, -21.5] %",
        ),
        (
            "A 30% increase in pay was offered.",
            "change 30 [29, 31] %",
        ),
        (
            "Bookings fell by just over 20%.",
            "change -20 [-21, -20) % just over",
        ),
        (
            "a fifth fewer seats",
            "change -1/5 (-9/40, -11/60] share",
        ),
        (
            "Rents are down 17 per cent on the year.",
            "change -17 [-17.5, -16.5] %",
        ),
        (
            "The force will shrink by 9,500 soldiers.",
            "change -9500 [-9550, -9450] persons",
        ),
        (
            "Approval plunged by 14 percentage points.",
            "change -14 [-14.5, -13.5] pp",
        ),
        (
            "An 11 per cent rise in arrests was recorded.",
            "change 11 [10.5, 11.5] %",
        ),
        (
            "The economy grew 2.1%.",
            "change 2.1 [2.05, 2.15] %",
        ),
        (
            "The minimum wage was increased by £1,200.",
            "change 1200 [1150, 1250] GBP",
        ),
        (
            "House prices fell 8.3 percent.",
            "change -8.3 [-8.35, -8.25] %",
        ),
        (
            "Sales declined by 19 percent.",
            "change -19 [-19.5, -18.5] %",
        ),
        (
            "Labour's share slipped by 1.7 percentage points.",
            "change -1.7 [-1.75, -1.65] pp",
        ),
        (
            "two-thirds more rain",
            "change 2/3 [19/30, 17/24] share",
        ),
    ),
    "to-level": (
        (
            "Its stake went up to 34%.",
            "level 34 [33.5, 34.5] %",
        ),
        (
            "Joblessness fell to 7 percent.",
            "level 7 [6.5, 7.5] %",
        ),
    ),
    "rate": (
        (
            "$7 billion per year",
            "rate 7 [6.65, 7.35] bn.USD/yr",
        ),
        (
            "The plant burns 2,500 tonnes a day.",
            "rate 2500 [2450, 2550] ?/d",
        ),
        (
            "The charity feeds 44,000 children per day.",
            "rate 44000 [43500, 44500] persons/d",
        ),
        (
            "Output of 60,000 cars annually",
            "rate 60000 [57000, 63000] count/yr",
        ),
        (
            "nearly 80 cases a week",
            "rate 80 [76, 80) count/week nearly",
        ),
        (
            "Forests are lost at 12,000 hectares a year.",
            "rate 12000 [11500, 12500] ha/yr",
        ),
        (
            "They want at least 350 beds per month.",
            "rate 350 [350, inf) count/month at least",
        ),
        (
            "up to 25,000 passengers each day",
            "rate 25000 (-inf, 25000] persons/d up to",
        ),
        (
            "Some 700 people a week leave the town.",
            "rate 700 [630, 770] persons/week some",
        ),
        (
            "The army loses 32 square kilometres a week.",
            "rate 32 [31.5, 32.5] km2/week",
        ),
    ),
    "vague": (
        (
            "Thousands of salmon died.",
            "vague",
        ),
        (
            "several weeks",
            "vague",
        ),
        (
            "several thousand pilgrims",
            "vague",
        ),
        (
            "Several ministers objected.",
            "vague",
        ),
        (
            "Tens of thousands of homes lost power.",
            "vague",
        ),
        (
            "a few hundred metres",
            "vague",
        ),
        (
            "hundreds of thousands of doses",
            "vague",
        ),
    ),
    "sign": (
        (
            "a change of −3.4%",
            "change -3.4 [-3.45, -3.35] %",
        ),
        (
            "The account stood at −€3.5 billion.",
            "level -3.5 [-3.55, -3.45] bn.EUR",
        ),
        (
            "Support moved by −0.6 percentage points.",
            "change -0.6 [-0.65, -0.55] pp",
        ),
    ),
    "mixed": (
        (
            "Flight AF447 carried 228 people.",
            "level 228 [227.5, 228.5] persons",
        ),
        (
            "Resolution 1701 was signed 18 years ago.",
            "level 18 [17.5, 18.5] yr",
        ),
        (
            "Nearly 40% of farms and a fifth of mills closed.",
            "level 40 [39, 40) % nearly ; of farms",
            "level 1/5 [11/60, 9/40) share ; of mills",
        ),
        (
            "In the 1970s, three-quarters of homes burned coal.",
            "level 3/4 (17/24, 31/40] share ; of homes",
        ),
        (
            "Article 50 was backed by 498 votes.",
            "level 498 [497.5, 498.5] count",
        ),
        (
            "Since 1999 the lake has lost half of its water.",
            "level 1/2 [9/20, 11/20] share ; of its water",
        ),
        (
            "By May 1945 it had sunk 58 ships.",
            "level 58 [57.5, 58.5] count",
        ),
        (
            "The Boeing 737 made 27 trips in 2018.",
            "level 27 [26.5, 27.5] count",
        ),
        (
            "The Covid-19 ward had 16 beds.",
            "level 16 [15.5, 16.5] count",
        ),
        (
            "The bill fell 6% to $940 million.",
            "change -6 [-6.5, -5.5] %",
            "level 940 [935, 945] M.USD",
        ),
    ),
    "no-name": (
        ("The S-400 battery was hit.",),
        ("Hurricane Ian made landfall as a Category 4 storm.",),
        ("Studio 54 reopened.",),
        ("Gate B22 was closed.",),
        ("Platform 9 was evacuated.",),
        ("Chapter 11 protection was granted.",),
        ("Leopard 2 tanks were delivered.",),
        ("Windows 11 crashed again.",),
        ("The 25th Amendment was invoked.",),
        ("The seat of 20th Century Fox was sold.",),
        ("She lives at 10 Downing Street.",),
        ("Room 237 was sealed.",),
        ("Route 66 was resurfaced.",),
        ("Formula 1 returns to Zandvoort.",),
        ("The AK-47 was banned.",),
        ("Form 1040 is due soon.",),
        ("The Group of Seven condemned it.",),
        ("H5N1 was found in a dairy herd.",),
        ("The Six Nations opens in Cardiff.",),
        ("Apollo 11 is being restored.",),
        ("Shares of 3M slid.",),
        ("Channel 4 bought the rights.",),
        ("The Four Seasons hotel was hit.",),
        ("The iPhone 15 went on sale.",),
        ("Kh-101 missiles struck the port.",),
        ("The Five Star Movement split.",),
        ("Protocol No. 12 was ratified.",),
        ("Unit 731 was never tried.",),
        ("Blink-182 headlined.",),
        ("Article 370 was repealed.",),
        ("Proposition 8 was struck down.",),
        ("Vitamin B12 may help.",),
        ("Agenda 2030 was adopted.",),
        ("The G20 met in Delhi.",),
    ),
    "no-ordinal": (
        ("The first quarter was weak.",),
        ("The first half was dull.",),
        ("In the quarter-final, Spain prevailed.",),
        ("They met for the third time.",),
        ("Profits dipped in the third quarter of 2023.",),
        ("She was the seventh of the night to speak.",),
        ("The First World War began here.",),
        ("A third party brokered the deal.",),
    ),
    "no-date": (
        ("The 15th of August is a holiday.",),
        ("from 2014 to 2022",),
        ("It was built between 1887 and 1889.",),
        ("The 1980s were kinder to miners.",),
        ("The 2012/13 season was abandoned.",),
        ("He was born in 1954.",),
        ("In October 1962 the fleet sailed.",),
        ("The summer of 1969 was hot.",),
        ("By the end of 2027 it will be shut.",),
        ("It was last seen on Friday, 13 June.",),
    ),
    "no-time": (
        ("By 10 o'clock the square was empty.",),
        ("Trains resume at 5 p.m.",),
        ("It was a quarter to eleven.",),
        ("At 0600 GMT the shelling stopped.",),
    ),
    "no-score": (
        ("The Wallabies went down 31-17.",),
        ("Portugal beat Wales 2-0.",),
    ),
    "no-number": (
        ("Update to iOS 17.5 at once.",),
        ("Call 020 7946 0018 for details.",),
        ("The server at 10.0.0.138 was hacked.",),
        ("Dial 112 in an emergency.",),
        ("ISBN 978-0-14-044913-6",),
    ),
    "no-idiom": (
        ("They are second to none.",),
        ("They sat at the half-open window.",),
        ("Few-layer graphene conducts well.",),
        ("The quarterback was hurt.",),
        ("Catch-22 was banned.",),
        ("She gave no quarter to her critics.",),
    ),
}
