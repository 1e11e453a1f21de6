"""The schema of the library: created, migrated from an older version, and left alone where it is not ours."""

import shutil
import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlite_library import FIRST_LANDING

from designer.library.store import Acknowledgement, Journal, Library, Unavailable, connect, schema
from designer.library.store.migrations import names
from designer.library.store.tables import Table
from designer.workspace.open_workflow import OpenWorkflow
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

REBUILDING = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{newest}"


def upgrade():
    with op.batch_alter_table("workflow", recreate="always") as table:
        table.add_column(sa.Column("added", sa.String))
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.db"


def sql(file, *statements):
    connection = sqlite3.connect(file)
    with connection:
        rows = [connection.execute(statement).fetchall() for statement in statements]
    connection.close()
    return rows[-1]


def first_landing(file):
    connection = sqlite3.connect(file)
    connection.executescript(FIRST_LANDING.read_text(encoding="utf-8"))
    connection.close()
    return f"sqlite:///{file}"


def version(file):
    return sql(file, "SELECT version_num FROM designer_version")


def test_the_migrations_give_the_tables_that_the_program_works_with(file):
    with connect(f"sqlite:///{file}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": names.VERSION_TABLE})
        assert compare_metadata(context, Table.metadata) == []
    assert version(file) == [(schema.newest(),)]


def test_a_library_of_the_first_landing_keeps_its_workflows_journal_and_acknowledgements(file):
    engine = connect(first_landing(file))
    library, journal = Library(engine), Journal(engine)
    assert version(file) == [(schema.newest(),)]
    assert [entry.name for entry in library.entries()] == ["返品", "注文"]
    record = library.read("orders")
    assert (record.asl, record.position, record.end) == ('{"Comment": "x", "StartAt": "在庫"}\n', 1, 1)
    assert library.read("returns").format == "yaml"
    assert journal.acknowledged("orders", "tab") == 7
    opened = OpenWorkflow(engine, "orders")
    opened.undo(Acknowledgement("tab", 8))
    assert opened.workflow.document.text == '{"StartAt": "在庫"}\n'
    assert library.read("orders").position == 2
    assert journal.acknowledged("orders", "tab") == 8


def test_a_migration_that_builds_a_table_anew_loses_no_row_that_refers_to_it(file, tmp_path, monkeypatch):
    url = first_landing(file)
    connect(url).dispose()
    folder = tmp_path / "100% migrations"
    shutil.copytree(names.FOLDER, folder)
    (folder / "versions" / "v9999.py").write_text(REBUILDING.format(newest=schema.newest()))
    monkeypatch.setattr(schema, "FOLDER", folder)
    assert Journal(connect(url)).acknowledged("orders", "tab") == 7
    assert version(file) == [("9999",)]
    assert sql(file, "SELECT count(*) FROM change") == [(1,)]


def test_a_migration_that_fails_leaves_the_library_as_it_was(file, tmp_path, monkeypatch):
    url = first_landing(file)
    connect(url).dispose()
    folder = tmp_path / "migrations"
    shutil.copytree(names.FOLDER, folder)
    failing = REBUILDING.format(newest=schema.newest()) + "    op.drop_table('nowhere')\n"
    (folder / "versions" / "v9999.py").write_text(failing)
    monkeypatch.setattr(schema, "FOLDER", folder)
    with pytest.raises(Unavailable):
        connect(url)
    monkeypatch.undo()
    assert Library(connect(url)).read("orders").asl == '{"Comment": "x", "StartAt": "在庫"}\n'
    assert "added" not in [column[1] for column in sql(file, "PRAGMA table_info(workflow)")]


def test_a_library_of_a_newer_program_is_left_as_it_is(file):
    Library(connect(f"sqlite:///{file}")).add(Workflow("注文", Document.parse("{}", "json")))
    sql(file, "UPDATE designer_version SET version_num = '9999'")
    with pytest.raises(Unavailable) as refused:
        connect(f"sqlite:///{file}")
    assert refused.value.trouble == "newer"
    assert version(file) == [("9999",)]


@pytest.mark.parametrize(
    "tables",
    [
        "CREATE TABLE invoice (id INTEGER)",
        "CREATE TABLE workflow (id INTEGER)",
        "CREATE VIEW invoice AS SELECT 1",
    ],
)
def test_a_database_of_another_program_is_left_as_it_is(file, tables):
    sql(file, tables)
    with pytest.raises(Unavailable) as refused:
        connect(f"sqlite:///{file}")
    assert refused.value.trouble == "foreign"
    assert sql(file, "SELECT sql FROM sqlite_master") == [(tables,)]


def test_a_library_that_misses_a_table_is_told_to_be_damaged(file):
    connect(f"sqlite:///{file}").dispose()
    sql(file, "DROP TABLE change")
    with pytest.raises(Unavailable) as refused:
        connect(f"sqlite:///{file}")
    assert refused.value.trouble == "damaged"
