"""Takes the README's picture, docs/viewer.png, of the sample: run `make run` before it.

    .venv/bin/python docs/take_picture.py [--data data/sample] [--page /person/…]

Without --page it shows the timeline of the person with the most cases.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

DOCS = Path(__file__).parent
SIZE = "1180,1460"
BROWSER = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def main() -> None:
    """Serve the sample, find a page worth showing, and take its picture."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("data/sample"))
    asked.add_argument("--page", help="the page to show, as a path")
    asked.add_argument("--out", type=Path, default=DOCS / "viewer.png")
    options = asked.parse_args()
    browser = next((found for name in BROWSER if (found := shutil.which(name))), None)
    if browser is None:
        sys.exit(f"no browser found: install one of {', '.join(BROWSER)}")
    with served(options.data) as base:
        take(browser, base + (options.page or telling_page(base)), options.out)
    print(options.out)


@contextlib.contextmanager
def served(data: Path) -> Iterator[str]:
    """The viewer over a data folder, on a free port; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("netralitas")), "--data", str(data), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        base = f"http://127.0.0.1:{port}"
        wait_for(f"{base}/legend", server)
        yield base
    finally:
        server.terminate()
        server.wait(30)


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the viewer answers, a minute at most."""
    for _ in range(240):
        with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(url, timeout=5):
            return
        if server.poll() is not None:
            sys.exit("the viewer ended: is the data folder there? Run `make run` first")
        time.sleep(0.25)
    sys.exit("the viewer did not answer within a minute")


def telling_page(base: str) -> str:
    """The page of the first of the repeat offenders."""
    with urllib.request.urlopen(f"{base}/api/query/repeat_offenders", timeout=30) as answer:
        rows = json.load(answer)["rows"]
    return "/person/" + quote(rows[0]["person_id"], safe="") if rows else "/"


def take(browser: str, url: str, out: Path) -> None:
    """Write a PNG of a page."""
    with tempfile.TemporaryDirectory() as profile:
        places = [f"--user-data-dir={profile}", f"--screenshot={out.resolve()}", f"--window-size={SIZE}"]
        subprocess.run([browser, *QUIET, *places, url], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
