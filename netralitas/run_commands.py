"""Commands that fetch and serve: crawl, refresh, demo, serve, status, sites."""

from __future__ import annotations

import json
import os
import re
import secrets
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
import typer
import uvicorn

from crawler.crawl import crawl
from crawler.report import SiteReport
from crawler.site import sites
from graph.schema import open_graph
from netralitas.demo import SAMPLE_MARK, run_demo
from netralitas.refresh import ALWAYS, refresh, refresh_forever
from netralitas.run_report import RunReport, last_report
from netralitas.settings import Settings
from netralitas.terminal import say, show_table
from viewer.app import create_app
from viewer.permit import SHORTEST, Permit

LOOPBACK = ("127.0.0.1", "localhost", "::1")
Sites = Annotated[list[str] | None, typer.Argument(help="Sites by name (see `netralitas sites`); all by default.")]
Since = Annotated[str | None, typer.Option(help="First day, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option(help="Last day, YYYY-MM-DD.")]
Replay = Annotated[Path | None, typer.Option(help="A WARC file or folder that answers in place of the net.")]


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    for command in (crawl_sites, refresh_sites, demo, serve, status, list_sites):
        name = {"crawl_sites": "crawl", "refresh_sites": "refresh", "list_sites": "sites"}
        app.command(name.get(command.__name__, command.__name__))(command)


def crawl_sites(
    context: typer.Context,
    names: Sites = None,
    since: Since = None,
    until: Until = None,
    query: Annotated[str | None, typer.Option(help="Words in address or title, with commas between them.")] = None,
    limit: Annotated[int | None, typer.Option(help="Most articles a site.")] = None,
    replay: Replay = None,
) -> None:
    """Discover and archive pages; a crawl that was killed goes on where it stopped.

    Example: `netralitas crawl harianjogja.com --since 2024-09-01 --limit 50`
    """
    config: Settings = context.obj
    report = crawl(
        names or (),
        config.data,
        since=day(since),
        until=day(until),
        query=query,
        limit=limit,
        replay=replay,
        contact=config.contact,
    )
    show_table(COLUMNS, [msgspec.to_builtins(s) | {"failed": len(s.failed)} for s in report.sites])
    for site in report.sites:
        _tell_failures(site)
    raise typer.Exit(0 if report.ok else 1)


COLUMNS = ("site", "listed", "wanted", "fetched", "changed", "unchanged", "known", "left", "refused", "failed", "ended")


def _tell_failures(site: SiteReport) -> None:
    for failure in site.failed:
        say(f"{site.site}: {failure.url}: {failure.reason}")
    for problem in site.problems:
        say(f"{site.site}: {problem}")
    if site.below_minimum:
        say(f"{site.site}: only {site.listed} articles listed, at least {site.minimum} expected; has the site changed?")


def day(text: str | None) -> date | None:
    """A day given as YYYY-MM-DD; anything else is the user's mistake."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as problem:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2024-09-30") from problem


def span(text: str) -> timedelta:
    """A span given as 30m, 6h or 2d."""
    match = re.fullmatch(r"(\d+)([mhd])", text.strip())
    if not match or not int(match[1]):
        raise typer.BadParameter(f"{text!r} is no span of time; write it as 30m, 6h or 2d")
    return timedelta(**{{"m": "minutes", "h": "hours", "d": "days"}[match[2]]: int(match[1])})


def refresh_sites(
    context: typer.Context,
    names: Sites = None,
    every: Annotated[str | None, typer.Option(help="Keep running, so often: 30m, 6h, 2d.")] = None,
    since: Since = None,
    replay: Replay = None,
    as_json: Annotated[bool, typer.Option("--json", help="The report as JSON.")] = False,
) -> None:
    """Crawl, extract and load in turn for what is due; exit code 1 when a site needs a person to look.

    Example: `netralitas refresh --every 6h`
    """
    config: Settings = context.obj
    wait = span(every) if every else ALWAYS

    def once() -> RunReport:
        report = refresh(config, names or (), every=wait, since=day(since), replay=replay, tell=say)
        show_run(report, as_json)
        return report

    if every:
        refresh_forever(once, wait)
    raise typer.Exit(0 if once().ok else 1)


def show_run(report: RunReport, as_json: bool = False) -> None:
    """A run's report as a table, or as JSON."""
    if as_json:
        print(msgspec.json.encode(report).decode())
        return
    rows = [msgspec.to_builtins(s) for s in report.sites]
    show_table(tuple(rows[0]) if rows else ("site",), rows, f"Run of {report.started:%Y-%m-%d %H:%M} UTC")
    for reason, count in sorted(report.aside.items()):
        say(f"set aside {count}: {reason}")


def demo(context: typer.Context) -> None:
    """Replay the invented sample through the real spiders, read and load it, and ask three questions."""
    run_demo(context.obj)


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8765,
) -> None:
    """Open the viewer and its JSON API; whoever has the link that it prints may decide who is one person.

    On an address that others reach nobody may, unless NETRALITAS_JUDGE_TOKEN sets the token.

    Example: `netralitas serve --port 8765`
    """
    config: Settings = context.obj
    permit = Permit(config.judgements, _token(host))
    with open_graph(config.store, config.graph) as graph:
        sample = (config.data / SAMPLE_MARK).exists()
        app = create_app(graph, sample=sample, archive=config.archive, permit=permit)
        say(f"The viewer is at http://{host}:{port}/ (stop it with Ctrl-C)")
        if permit.usable:
            say(f"To decide who is one person: http://{host}:{port}/judge/enter?token={permit.token}")
        uvicorn.run(app, host=host, port=port, log_level="warning")


def _token(host: str) -> str:
    """The token that lets somebody decide: the one that is set, else a new one where only this machine can reach us."""
    given = os.environ.get("NETRALITAS_JUDGE_TOKEN", "")
    if given and len(given) < SHORTEST:
        raise typer.BadParameter(f"NETRALITAS_JUDGE_TOKEN is too short: use at least {SHORTEST} characters")
    return given or (secrets.token_urlsafe(16) if host in LOOPBACK else "")


def status(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Say how the last run went and what the graph holds; exit code 1 when a site needs a person to look."""
    config: Settings = context.obj
    report = last_report(config.runs)
    if report is None:
        say(f"{config.data}: no run yet; start with `netralitas refresh`")
        raise typer.Exit(1)
    show_run(report, as_json)
    raise typer.Exit(0 if report.ok else 1)


def list_sites(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the news sites: hosts, what discovery uses, and notes."""
    rows = [
        {"site": s.name, "hosts": list(s.hosts), "listings": [x.kind for x in s.listings], "notes": s.notes}
        for s in sites().values()
    ]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        show_table(("site", "hosts", "listings", "notes"), rows)
