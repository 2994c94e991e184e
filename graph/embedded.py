"""The store that needs no installation: ArcadeDB in this process, on loopback, found by others through a 0600 file.

One process owns a folder, by a lock that dies with it; whoever comes second reads the owner's ports and passwords and
connects. When the owner ends, the next who asks becomes the owner: nobody has to start or stop a server.
"""

from __future__ import annotations

import atexit
import os
import secrets
import socket
import time
import urllib.error
import urllib.request
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from filelock import FileLock, Timeout

from graph.store import Access, Store, StoreError, open_store

DATABASE = "netralitas"
LONGEST = 60
PATIENCE = 20
# Only as start arguments do these take effect: in the server's settings they are silently ignored. The WAL is flushed
# to disk at each commit, so that a power cut loses no more than a killed process does.
ENGINE = " ".join([
    "-Xmx1g", "-Darcadedb.txWalFlush=2", f"-Darcadedb.command.timeout={LONGEST * 1000}",
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false", "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
])  # fmt: skip
RIGHTS = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]
ADMIN = {"resultSetLimit": -1, "readTimeout": -1, "access": RIGHTS,
         "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}}}  # fmt: skip
READER = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}}
GROUPS = {"version": 1, "databases": {"*": {"groups": {"admin": ADMIN, "reader": READER}}}}


class Door(msgspec.Struct, frozen=True):
    """What the owner writes down for others: the process, its ports and the two passwords of this run."""

    pid: int
    bolt: int
    http: int
    writer: str
    reader: str

    @property
    def access(self) -> Access:
        uri = f"bolt://127.0.0.1:{self.bolt}"
        return Access(uri, "arcadedb", ("root", self.writer), ("reader", self.reader), DATABASE)


@dataclass(frozen=True, slots=True)
class Owner:
    """A server that runs in this process, and the lock on its folder."""

    server: Any
    lock: FileLock
    door: Path

    def stop(self) -> None:
        """Take the door away, end the server, let the lock go; doing it again does nothing."""
        if self.lock.is_locked:
            self.door.unlink(missing_ok=True)
            self.server.stop()
            self.lock.release()
            atexit.unregister(self.stop)


def find(folder: Path) -> Store:
    """Own the store in a folder, or connect to the process that does.

    Raises StoreError if the folder cannot be written, or if its owner does not answer within 20 seconds.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as problem:
        raise StoreError(f"the graph folder {folder} cannot be used: {problem.strerror}") from problem
    deadline = time.monotonic() + PATIENCE
    while True:
        store = _own(folder) or _visit(folder / "door.json")
        if store:
            return store
        if time.monotonic() > deadline:
            raise StoreError(f"the graph folder {folder} is held by a process that does not answer: {_holder(folder)}")
        time.sleep(0.05)


def _holder(folder: Path) -> str:
    door = _read_door(folder / "door.json")
    return f"end process {door.pid}" if door else "find and end it, or use another folder"


def _own(folder: Path) -> Store | None:
    # thread_local=False: the lock belongs to the process and may be let go by any of its threads.
    lock = FileLock(folder / "owner.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    except OSError as problem:
        raise StoreError(f"the graph folder {folder} cannot be locked: {problem.strerror}") from problem
    try:
        return _serve(folder, lock)
    except BaseException:
        lock.release()
        raise


def _serve(folder: Path, lock: FileLock) -> Store:
    bolt, http = _free_ports()
    door = Door(os.getpid(), bolt, http, secrets.token_urlsafe(24), secrets.token_urlsafe(24))
    _prepare(folder)
    owner = Owner(_started(folder, door), lock, folder / "door.json")
    try:
        _make_reader(door)
        store = open_store(door.access, owner.stop)
        _write_door(owner.door, door)
    except (OSError, StoreError) as problem:
        owner.stop()
        raise StoreError(f"the graph store in {folder} could not be started: {problem}") from problem
    atexit.register(owner.stop)
    return store


def _prepare(folder: Path) -> None:
    config = folder / "config"
    config.mkdir(exist_ok=True)
    # Users are made anew at each start, with new passwords.
    (config / "server-users.jsonl").unlink(missing_ok=True)
    (config / "server-groups.json").write_bytes(msgspec.json.encode(GROUPS))


def _started(folder: Path, door: Door) -> Any:
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", ENGINE)
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(folder / "log"))
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")  # its log would go to standard output, which belongs to data
    import arcadedb

    plugin = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
    ports = {"http_port": door.http, "bolt_port": door.bolt}
    # "development" gives errors their text; on loopback nobody else reads them.
    config = {"host": "127.0.0.1", "mode": "development", "server_plugins": plugin, **ports}
    server = arcadedb.create_server(str(folder.resolve()), root_password=door.writer, config=config)
    try:
        server.start()
        server.create_database(DATABASE)
    except arcadedb.ArcadeDBError as problem:
        server.stop()
        raise StoreError(_why(folder, str(problem))) from problem
    return server


def _why(folder: Path, problem: str) -> str:
    if "locked by another process" in problem:
        return f"the graph folder {folder} is opened by another program: end it, or use another folder"
    return f"the graph store in {folder} could not be started: {problem.splitlines()[0]}"


def _make_reader(door: Door) -> None:
    """Make the user for all reads, over HTTP: a user made by Cypher's CREATE USER would have every right."""
    user = {"name": "reader", "password": door.reader, "databases": {DATABASE: ["reader"]}}
    body = msgspec.json.encode({"command": f"create user {msgspec.json.encode(user).decode()}"})
    token = b64encode(f"root:{door.writer}".encode()).decode()
    headers = {"Content-Type": "application/json", "Authorization": f"Basic {token}"}
    request = urllib.request.Request(f"http://127.0.0.1:{door.http}/api/v1/server", body, headers)
    # Never by a proxy that the environment names: this is loopback, and carries a password.
    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20).close()


def _write_door(path: Path, door: Door) -> None:
    temporary = path.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.encode(door))
    temporary.replace(path)


def _read_door(path: Path) -> Door | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Door)
    except (OSError, msgspec.DecodeError):
        return None


def _visit(path: Path) -> Store | None:
    door = _read_door(path)
    try:
        return open_store(door.access) if door else None
    except StoreError:
        return None  # an old door of a killed owner, or a new owner that is not ready: look again


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]
