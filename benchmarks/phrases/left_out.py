"""Left out: phrases that section 6 of the design does not decide, and why; they are not scored."""

from __future__ import annotations

#: Each question that the section leaves open, and phrases of the kind.
LEFT_OUT: dict[str, tuple[str, ...]] = {
    "a fraction that is not in its lowest terms: two-fifths, or four tenths give or take a 20th": (
        "Four in ten commuters cycle.",
        "six out of ten",
        "two quarters of the pie",
    ),
    "whether the low end of an open cell stays open under nearly, the high end under just over": (
        "Nearly four-fifths of the fleet is at sea.",
        "Just over a tenth of the pupils were absent.",
    ),
    "how wide a multiple is": (
        "Prices doubled in a year.",
        "The population has tripled.",
        "twice as many seals",
        "half as much again",
        "a tenfold rise",
    ),
    "what a ratio is of, and its unit": (
        "The ratio of sheep to people is three to one.",
        "outnumbered by 4 to 1",
        "a 2:1 margin",
    ),
    "whether a dozen is an exact count or a scale": (
        "A dozen eggs broke.",
        "two dozen dolphins",
    ),
    "whether a small sum or weight is a count of whole things": (
        "The pass costs $5.",
        "The meteorite weighs 3 tonnes.",
    ),
    "whether the integer's own width holds for hours too where it is the wider one": (
        "The siege lasted 72 hours.",
        "a 12-hour shift",
    ),
    "whether half a percent is half's cell of a point or a decimal": (
        "Rates went up by half a percent.",
        "a quarter of a percentage point",
        "half a percentage point",
    ),
    "how wide a whole number of points is, when it is below ten or a multiple of five": (
        "Labour leads by 5 percentage points.",
        "a gap of two percentage points",
        "25 basis points",
    ),
    "whether a level above 100% is cut to a whole": (
        "Debt stood at 130% of output.",
        "Occupancy reached 104 per cent.",
    ),
    "whether about doubles the quarter of a mixed number": (
        "About two and a half million bees died.",
        "around one and a half hours",
    ),
    "which end of a fall stays unbounded, and whether it ends at a whole": (
        "Sales fell by more than 30%.",
        "Crime is down by at least a fifth.",
    ),
    "how wide a mixed number other than a half is": ("two and a third million", "3¼ hours"),
    "whether exactly makes a count above twelve exact": ("Exactly 1,204 ballots were void.",),
    "whether an age is a quantity": ("a 34-year-old man", "She was 71."),
    "whether or makes a range": ("two or three weeks", "one or two ships"),
    "whether estimated is a hedge": ("an estimated 40,000 seals",),
    "what is no base unit": (
        "It was 38 degrees in the shade.",
        "12 per 100,000 people",
        "The reactor makes 900 megawatts.",
        "a magnitude 7.1 earthquake",
    ),
    "whether a couple or scores are vague or counted": ("a couple of goats", "scores of villages"),
    "whether votes cast for and against are counts or a score": ("They voted 52-48.",),
}
