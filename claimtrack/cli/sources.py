"""Sources from the shell: who is there, who was set aside, and who answers today."""

from __future__ import annotations

import click

from claimtrack.cli.options import print_json, print_table, with_json


@click.command()
@with_json
@click.pass_context
def sources(context: click.Context, as_json: bool) -> None:
    """List the sources at hand, and the plugins that were set aside with the reason."""
    from claimtrack.sources import load_sources
    from claimtrack.sources.commands import commands

    loaded = load_sources()
    brought = commands(loaded, _own_commands(context))
    set_aside = (*loaded.set_aside, *brought.set_aside)
    if as_json:
        described = {name: source.describes for name, source in loaded.by_name.items()}
        names = sorted(brought.by_name)
        print_json({"sources": described, "commands": names, "set_aside": set_aside})
        return
    print_table(
        ("SOURCE", "VERSION", "KIND", "PUBLISHER"),
        [
            (
                name,
                source.version,
                source.describes.kind,
                source.describes.publisher or "(the claim file names it)",
            )
            for name, source in sorted(loaded.by_name.items())
        ],
    )
    if brought.by_name:
        click.echo(f"commands of plugins: {', '.join(sorted(brought.by_name))}")
    for aside in set_aside:
        click.echo(f"set aside: {aside.plugin}: {aside.reason}")


def _own_commands(context: click.Context) -> set[str]:
    group = context.find_root().command
    return set(group.commands) if isinstance(group, click.Group) else set()
