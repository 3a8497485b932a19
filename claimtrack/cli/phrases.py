"""A phrase and a value from the shell: does it fit? No database."""

from __future__ import annotations

from decimal import Decimal

import click

from claimtrack.cli.options import print_json, with_json


@click.command("try", context_settings={"ignore_unknown_options": True})
@click.argument("phrase")
@click.argument("value")
@with_json
def try_phrase(phrase: str, value: str, as_json: bool) -> None:
    """Say whether PHRASE is right where the truth is VALUE.

    VALUE is a number in base units (a share is 0 to 1) or a phrase of its own ("74.5%").

    A percentage above 100 and one by how much something changed ("doubled") are ratios: 1.2 for
    120%, -0.4 for "down 40%".
    """
    from claimtrack.export import number_line
    from claimtrack.judging.figures import difference, figure, interval_words
    from claimtrack.judging.trials import trial

    tried = trial(phrase, value)
    if as_json:
        print_json(tried)
        return
    edges = (tried.interval.lower, tried.interval.upper)

    def printed(amount: Decimal) -> str:
        return figure(amount, tried.unit, beside=(*edges, tried.value))

    admitted = interval_words(tried.interval, tried.unit, beside=[tried.value])
    read_as = "a change of " if tried.is_change else ""
    click.echo(f"“{phrase}” is {read_as}{admitted} ({tried.rule}).\n")
    click.echo(number_line(tried.interval, tried.value, label=printed))
    click.echo()
    truth = printed(tried.value)
    told = f"{'Yes' if tried.fits else 'No'}: {truth} {'fits' if tried.fits else 'does not fit'}"
    if tried.fits:
        told += f", with a fit of {abs(tried.fit):.2f}"
    if tried.distance is not None:
        side = "from the edge" if tried.fits else "outside"
        told += f", {difference(abs(tried.distance), tried.unit)} {side}"
    click.echo(f"{told}.")
    click.echo(f"Right for {truth}: “{tried.wording}”.")
