"""The site: pages in the shape of a news site's, and an nginx on loopback that serves them."""

from __future__ import annotations

import gzip
import random
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: Served as they are on disk, and precompressed beside it: what nginx spends is nobody's who asks.
_CONFIG = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 512; }}
http {{
  access_log off;
  default_type "text/html; charset=utf-8";
  gzip_static on;
  keepalive_requests 100000;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/pages;
  }}
}}
"""
_SYLLABLES = ("ba", "con", "der", "fi", "gra", "ho", "in", "ke", "lor", "mun", "ne", "pol", "ra",
              "ser", "ti", "ver", "wa", "yo", "zen", "stra")  # fmt: skip
_SECONDS_TO_START = 10.0


def names(count: int) -> list[str]:
    """The names of the first *count* pages."""
    return [f"page-{number:05}" for number in range(count)]


def share(number: int, edition: int) -> str:
    """What page *number* says in its *edition*, in percent."""
    return f"{10 + (number * 7 + edition * 13) % 800 / 10:.1f}"


def write_pages(folder: Path, count: int, edition: int) -> None:
    """Writes *count* pages of 60 to 120 kB to *folder*, as they stand in that *edition*."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(names(count)):
        content = page(number, edition).encode()
        (folder / name).write_bytes(content)
        (folder / f"{name}.gz").write_bytes(gzip.compress(content, 5))


def page(number: int, edition: int) -> str:
    """Page *number* as it stands in its *edition*: the article is another one, its frame is not."""
    frame, told = random.Random(number), random.Random(number * 1000 + edition)
    size = 60_000 + frame.randrange(50_000)
    head = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{_words(frame, 7)}</title>
<meta name="description" content="{_words(frame, 20)}">
<link rel="stylesheet" href="/static/site.css"><script>{_script(frame, 6_000)}</script></head>
<body class="story"><header><nav><ul>{_links(frame, 60)}</ul></nav></header>
<main><article><h1>{_words(frame, 9)}</h1>
<table class="figures"><tr><th>region</th><th>share</th></tr>
<tr><td>all of it</td><td class="share">{share(number, edition)}%</td></tr></table>
"""
    parts = [head]
    length = len(head)
    while length < size - 14_000:
        part = _paragraph(told)
        parts.append(part)
        length += len(part)
    foot = f"""</article><aside class="related"><ul>{_links(frame, 40)}</ul></aside></main>
<footer><ul>{_links(frame, 25)}</ul></footer><script>{_script(frame, 4_000)}</script></body></html>
"""
    return "".join([*parts, foot])


def _paragraph(source: random.Random) -> str:
    words = _words(source, 40 + source.randrange(40))
    return (
        f'<p class="story-body__text">{words} <a href="/topic/{source.randrange(900)}">'
        f"{_words(source, 3)}</a> {_words(source, 12)} <em>{_words(source, 2)}</em>.</p>\n"
    )


def _links(source: random.Random, count: int) -> str:
    return "".join(
        f'<li class="item"><a class="link" href="/{source.randrange(10**6)}">'
        f"<span>{_words(source, 4)}</span></a></li>"
        for _ in range(count)
    )


def _script(source: random.Random, size: int) -> str:
    state = (f"{_word(source)!r}:{source.random()}" for _ in range(size // 30))
    return f"window.state={{{','.join(state)}}};"


def _words(source: random.Random, count: int) -> str:
    return " ".join(_word(source) for _ in range(count))


def _word(source: random.Random) -> str:
    return "".join(source.choices(_SYLLABLES, k=source.randint(1, 4)))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of an nginx that serves ``pages`` of *folder*. Raises `FileNotFoundError` where
    nginx is not installed.
    """
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        raise FileNotFoundError("nginx is not installed: apt-get install nginx-light")
    # A worker that was started as root becomes another user, who has to get in.
    for part in (folder, folder / "pages"):
        part.mkdir(exist_ok=True)
        part.chmod(0o755)
    port = _free_port()
    config = folder / "nginx.conf"
    config.write_text(_CONFIG.format(folder=folder, port=port))
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(config)])
    try:
        _wait_for(port, process, folder / "error.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < until:
        if process.poll() is not None:
            raise OSError(f"nginx ended at once: {log.read_text() if log.exists() else ''}")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise OSError("nginx does not answer")
