"""What is PostgreSQL's own: restarts, locks, other programs' tables, characters that it does not store."""

from dataclasses import replace
from threading import Thread

import pytest
from sqlalchemy import create_engine, inspect, text
from tooling import needs_postgres

from designer.library.store import Journal, JournalEntry, Library, Step, Unavailable, connect, schema
from designer.library.store.tables import Table
from schemas.core.edits import EditRefused, Replace, Splice
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

pytestmark = needs_postgres

STEP = Step(Replace((Splice(0, 0, "\0x"),)), Replace(()))


@pytest.fixture
def url(server):
    return server.empty()


def flow(name="注文", asl="{}"):
    return Workflow(name, Document.parse(asl, "json"))


def sql(url, *statements):
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def tables(url):
    engine = create_engine(url)
    found = set(inspect(engine).get_table_names())
    engine.dispose()
    return found


def trouble(act, *arguments):
    with pytest.raises(Unavailable) as raised:
        act(*arguments)
    return raised.value.trouble


def test_a_server_that_was_restarted_is_used_again(library, server):
    id = library.add(flow())
    server.control("-m", "immediate", "restart")
    assert library.read(id).name == "注文"


def test_a_server_that_is_away_is_told_and_goes_on(library, server):
    record = library.read(library.add(flow()))
    server.control("-m", "immediate", "stop")
    try:
        assert trouble(library.read, record.id) == "unreachable"
        assert trouble(connect, str(library.engine.url)) == "unreachable"
    finally:
        server.control("start")
    assert library.read(record.id) == record


def test_a_row_that_another_program_holds_is_told(library, url):
    record = library.read(library.add(flow()))
    holder = create_engine(url)
    with holder.connect() as connection:
        connection.execute(text("SELECT 1 FROM workflow FOR UPDATE"))
        after = replace(record, asl="{1}")
        assert trouble(Journal(library.engine).write, record, after, JournalEntry(STEP, STEP)) == "locked"
    holder.dispose()
    assert Journal(library.engine).write(record, after, JournalEntry(STEP, STEP)).asl == "{1}"
    assert Journal(library.engine).entry(record.id, 1).forward == STEP


@pytest.mark.parametrize("theirs", ["CREATE TABLE invoice (id INT)", "CREATE TABLE workflow (id INT)"])
def test_tables_of_another_program_are_left_alone(url, theirs):
    sql(url, theirs)
    before = tables(url)
    assert trouble(connect, url) == "foreign"
    assert tables(url) == before


def test_a_newer_library_is_left_alone(library, url):
    sql(url, "UPDATE designer_version SET version_num = '9999'")
    assert trouble(connect, url) == "newer"


def test_a_library_older_than_its_version_is_migrated(library, url):
    id = library.add(flow())
    later = ["DROP TABLE designer_version", "DROP TABLE version", "DROP TABLE person", "DROP TABLE place"]
    columns = ["ALTER TABLE workflow DROP COLUMN deleted"]
    columns += [f"ALTER TABLE change DROP COLUMN {name}" for name in ("client", "person", "undoes", "made")]
    sql(url, *later, *columns)
    again = connect(url)
    assert Library(again).read(id).name == "注文"
    assert tables(url) == {*Table.metadata.tables, "designer_version"}
    again.dispose()


def test_two_servers_may_open_an_empty_database_at_once(url):
    found = []

    def open_it():
        engine = connect(url)
        with engine.connect() as connection:
            found.append(schema.version(connection))
        engine.dispose()

    threads = [Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [schema.newest()] * 4


@pytest.mark.parametrize("character", ["\0", "\ud800"])
def test_a_character_that_it_does_not_store_is_refused_in_words(library, character):
    record = library.read(library.add(flow()))
    write = Journal(library.engine).write
    for refused in (
        lambda: library.add(flow(name=f"a{character}")),
        lambda: library.add(flow(asl=f"a{character}")),
        lambda: library.rename(record.id, f"a{character}"),
        lambda: write(record, replace(record, asl=f"a{character}"), JournalEntry(STEP, STEP)),
    ):
        with pytest.raises(EditRefused) as raised:
            refused()
        assert raised.value.code == "text-not-storable"
        assert raised.value.params == {"character": f"U+{ord(character):04X}"}
    assert library.read(record.id) == record
