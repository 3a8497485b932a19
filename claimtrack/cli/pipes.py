"""Pipes: commands end without a word where nobody reads their output any more."""

from __future__ import annotations

import os
import sys

import click

from claimtrack.terminal import harmless

#: The signal's number wherever there is one (POSIX).
_SIGPIPE = 13


class EndsWithReader(click.Group):
    """Commands whose reader may leave, as `head` does."""

    def invoke(self, ctx: click.Context) -> object:
        """What the command gives."""
        try:
            try:
                return super().invoke(ctx)
            except click.ClickException as error:  # it may name a file, or what stands in one
                told = error.format_message()
                if harmless(told) == told:
                    raise
                raise _with_message(error, harmless(told)) from error
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            ctx.exit(_ended_by_reader())


def _with_message(error: click.ClickException, message: str) -> click.ClickException:
    if isinstance(error, click.UsageError):
        return click.UsageError(message, error.ctx)
    return click.ClickException(message)


def _ended_by_reader() -> int:
    """The status that a shell gives a program whose reader left; what is still to be written at the
    end goes nowhere.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _SIGPIPE + 128
