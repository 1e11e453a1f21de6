"""A real PostgreSQL of the test's own, reached by a socket alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from tools.programs import postgres_bin

UNPRIVILEGED = "postgres"
"""The account that Debian's package makes: PostgreSQL refuses to run as root."""


@dataclass(frozen=True)
class Postgres:
    """A running server: the folder of its data and of its socket."""

    folder: Path

    @property
    def url(self) -> str:
        """The address of its one database."""
        return f"postgresql+psycopg://{UNPRIVILEGED}@/postgres?host={self.folder}"

    def empty(self) -> str:
        """Drop everything in the database; its address."""
        with psycopg.connect(host=str(self.folder), user=UNPRIVILEGED, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        return self.url

    def control(self, *arguments: str) -> None:
        """Run `pg_ctl` and wait until it has done."""
        data = self.folder / "data"
        run("pg_ctl", "-s", "-w", "-D", data, "-l", self.folder / "log", *arguments)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Run a server. Its folder has a short name, for a socket's path may have 107 bytes."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED)
    server = Postgres(folder)
    try:
        run("initdb", "-U", UNPRIVILEGED, "-A", "trust", "-E", "UTF8", "--no-sync", "-D", folder / "data")
        with (folder / "data" / "postgresql.conf").open("a") as settings:
            settings.write(f"listen_addresses = ''\nunix_socket_directories = '{folder}'\nfsync = off\n")
        server.control("start")
        yield server
    finally:
        server.control("-m", "immediate", "stop")
        shutil.rmtree(folder)


def run(program: str, *arguments: object) -> None:
    """Run a program of PostgreSQL, under an account that may."""
    folder = postgres_bin()
    assert folder is not None
    user = UNPRIVILEGED if os.geteuid() == 0 else None
    group = UNPRIVILEGED if user else None
    subprocess.run(
        [folder / program, *map(str, arguments)],
        check=True,
        stdout=subprocess.DEVNULL,
        user=user,
        group=group,
        extra_groups=[] if user else None,
        cwd="/",
    )
