"""Surroundings: what the words around a number make of it: its sign, change, rate and hedge."""

from __future__ import annotations

import pytest
from intervals import told

from claimtrack.words import find_quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("It fell to −5 there, or −5,000.", "−5,000: level count [-5250..-4750]"),
        ("It was -5,000 km away.", "-5,000 km: level km [-5250..-4750]"),
        ("It was (-5,000 km) away.", "-5,000 km: level km [-5250..-4750]"),
        ("It was “-5,000 km” away.", "-5,000 km: level km [-5250..-4750]"),
        ("It was \"-5,000 km\" away.", "-5,000 km: level km [-5250..-4750]"),
        ("It was x-5,000 km away.", ""),
        ("It was minus 5,000 km.", "minus 5,000 km: level km [-5250..-4750]"),
        ("It was plus or minus 5,000 km.", "5,000 km: level km [4750..5250]"),
        ("It was 10 minus 5,000 km.", "10: level count [10..10]; 5,000 km: level km [4750..5250]"),
        ("It was ½ minus 5,000 km.",
         "½: level share [0.45..0.55]; 5,000 km: level km [4750..5250]"),
        ("It was ~-5,000 km.", "~-5,000 km: level km [-5500..-4500]"),
        ("It paid $20 a boat.", "$20: level USD [19..21]"),
        ("It paid $20 each.", "$20 each: rate USD [19..21]"),
        ("It paid $20 per the plan.", "$20: level USD [19..21]"),
        ("It paid 20% per se.", "20%: level share [0.19..0.21]"),
        ("It was 20 per cent.", "20 per cent: level share [0.19..0.21]"),
        ("Some 20 boats or so sank.", "Some 20: level count [18..22]"),
        ("20 boats or more sank.", "20 boats or more: level count [20..)"),
        ("20 or more boats sank.", "20 or more: level count [20..)"),
        ("20 boats at most sank.", "20 boats at most: level count (..20]"),
        ("20 km or so later it sank.", "20 km or so: level km [18..22]"),
        ("20 people a day fled.", "20 people a day: rate persons/d [19..21]"),
        ("20 km a day is far.", "20 km a day: rate km/d [19..21]"),
        ("20 boats a week sank.", "20 boats a week: rate count/week [19..21]"),
        ("20 boats sank a day.", "20 boats sank a day: rate count/d [19..21]"),
        ("It fell from 20% to 10%.",
         "20%: level share [0.19..0.21]; 10%: level share [0.09..0.11]"),
        ("It ranged between 10% and 20%.", "between 10% and 20%: level share [0.1..0.2]"),
        ("From 10 to 20 boats sank.", "From 10 to 20: level count [10..20]"),
        ("Between 10 and 20 boats sank.", "Between 10 and 20: level count [10..20]"),
        ("10 to 20 boats sank.", "10 to 20: level count [10..20]"),
        ("It was a half-point cut.", "a half-point cut: change share [-0.0055..-0.0045]"),
        ("It was a two-point cut of rates.", "two-point cut: change share [-0.025..-0.015]"),
        ("It rose 20%.", "rose 20%: change share [0.19..0.21]"),
        ("A 20% rise came.", "20% rise: change share [0.19..0.21]"),
        ("A rise of 20% came.", "rise of 20%: change share [0.19..0.21]"),
        ("It rose by 20 km.", "rose by 20 km: change km [19..21]"),
        ("Up 20%, it stayed.", "Up 20%: change share [0.19..0.21]"),
        ("It was down 20%.", "down 20%: change share [-0.21..-0.19]"),
        ("20% more boats came.", "20% more: change share [0.19..0.21]"),
        ("20% fewer boats came.", "20% fewer: change share [-0.21..-0.19]"),
        ("20 more boats came.", "20 more: change count [19..21]"),
        ("It was 20% higher.", "20% higher: change share [0.19..0.21]"),
        ("It was 20% of boats.", "20%: level share [0.19..0.21]"),
        ("It was 20% of the boats of Norvia.", "20%: level share [0.19..0.21]"),
        ("Of boats, 20% sank.", "20%: level share [0.19..0.21]"),
        ("US$5 was paid.", "US$5: level USD [4.75..5.25]"),
        ("$ 5 was paid.", "$ 5: level USD [4.75..5.25]"),
        ("$5 was paid.", "$5: level USD [4.75..5.25]"),
        ("USD5m was paid.", "USD5m: level USD [4750000..5250000]"),
        ("5 USD was paid.", "5 USD: level USD [4.75..5.25]"),
        ("Rs 5 was paid.", "Rs 5: level INR [4.75..5.25]"),
        ("Rs. 5 was paid.", "Rs. 5: level INR [4.75..5.25]"),
        ("A$5 was paid.", "A$5: level AUD [4.75..5.25]"),
        ("5 PC came.", "5: level count [5..5]"),
    ],
)  # fmt: skip
def test_a_number_is_read_with_what_belongs_to_it(text: str, quantities: str) -> None:
    assert "; ".join(told(text, one) for one in find_quantities(text)) == quantities
