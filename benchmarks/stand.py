"""Where graph benchmarks run: an embedded store in a process of its own, with its time, processor and memory metered.

`python -m benchmarks.stand FOLDER` is that process; it ends when its standard input does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from graph.connect import Graph, connect

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Stand:
    """A graph, and the process that holds its store."""

    graph: Graph
    store: int

    def lap(self) -> Lap:
        """Begin to measure."""
        return Lap(self, time.perf_counter(), self.cpu())

    def cpu(self) -> float:
        """Processor seconds of this process and the store's."""
        return sum(_cpu(pid) for pid in (os.getpid(), self.store))

    def peaks(self) -> tuple[float, float]:
        """Most memory that this process and the store's have held, in MB."""
        return peak_of(os.getpid()), peak_of(self.store)


@dataclass(slots=True)
class Lap:
    """A stretch of time: `wall` seconds by the clock, `cpu` seconds of processors, of both processes."""

    stand: Stand
    began: float
    cpu_began: float
    wall: float = field(init=False, default=0.0)
    cpu: float = field(init=False, default=0.0)

    def stop(self) -> Lap:
        self.wall = time.perf_counter() - self.began
        self.cpu = self.stand.cpu() - self.cpu_began
        return self


@contextmanager
def stand(folder: Path) -> Iterator[Stand]:
    """A store in a folder, held by another process, and a graph that speaks to it."""
    holder = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.stand", str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdin
    assert holder.stdout
    try:
        if holder.stdout.readline() != b"ready\n":
            raise SystemExit(f"{folder}: the store could not be started")
        with connect("embedded", folder) as graph:
            yield Stand(graph, holder.pid)
    finally:
        holder.stdin.close()
        holder.wait()


def forget_peak() -> None:
    """Let the peak of this process's memory be what it holds now."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def peak_of(pid: int) -> float:
    """Most memory that a process has held, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def main() -> None:
    with connect("embedded", Path(sys.argv[1])):
        print("ready", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
