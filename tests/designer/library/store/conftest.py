"""The databases that the store is tried on: SQLite, and a real PostgreSQL where there is one."""

import pytest
from postgres import postgres
from tooling import needs_postgres

from designer.library.store import Library, connect


@pytest.fixture(scope="session")
def server():
    with postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=needs_postgres)])
def url(request, tmp_path):
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'library.db'}"
    return request.getfixturevalue("server").empty()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "made" / "library.db"


@pytest.fixture
def library(url):
    library = Library(connect(url))
    yield library
    library.engine.dispose()
