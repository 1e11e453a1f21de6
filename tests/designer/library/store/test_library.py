"""The library on real databases."""

import pytest

from designer.library.store import Library, Names, NoSuchWorkflow, connect, database_url
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow

ASL = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


def flow(name="注文"):
    return Workflow(name, Document.parse(ASL, "json"))


def test_keeps_both_texts_and_the_name_as_they_were_given(library):
    record = library.read(library.add(flow()))
    assert (record.name, record.asl, record.format, record.position) == ("注文", ASL, "json", 0)
    assert record.design == flow().design.document.text


def test_lists_the_one_changed_last_first(library):
    first, second = library.add(flow("一")), library.add(flow("二"))
    assert [entry.id for entry in library.entries()] == [second, first]
    assert [entry.name for entry in library.entries()] == ["二", "一"]


def test_renames_and_tells_other_readers_by_the_revision(library):
    id = library.add(flow())
    library.rename(id, "返品")
    assert library.read(id).name == "返品"
    assert library.revision(id) == 1


def test_a_deleted_workflow_is_not_found(library):
    id = library.add(flow())
    library.delete(id)
    assert library.entries() == []
    with pytest.raises(NoSuchWorkflow):
        library.read(id)
    with pytest.raises(NoSuchWorkflow):
        library.revision(id)


def test_a_workflow_comes_back_from_the_trash_with_its_history(library):
    id, other = library.add(flow()), library.add(flow("別"))
    opened = OpenWorkflow(library.engine, id)
    opened.change(lambda workflow: Change((Set(("Comment",), "前"),)))
    library.discard(id)
    assert [entry.id for entry in library.entries()] == [other]
    assert [entry.id for entry in library.trash()] == [id]
    with pytest.raises(NoSuchWorkflow):
        opened.refresh()
    opened.change(lambda workflow: Change((Set(("Comment",), "遅い"),)))
    library.restore(id)
    assert library.trash() == []
    again = OpenWorkflow(library.engine, id)
    assert again.workflow.document.value["Comment"] == "前"
    again.undo()
    assert again.workflow.document.text == ASL


def test_people_and_versions_have_names(library):
    id, names = library.add(flow()), Names(library.engine)
    names.name_person("p", "花子")
    names.name_person("p", "田中 花子")
    names.name_version(id, 0, "はじめ")
    names.name_version(id, 3, "提案")
    names.name_version(id, 0, "")
    assert names.people() == {"p": "田中 花子"}
    assert names.versions(id) == {3: "提案"}
    library.delete(id)
    assert names.versions(id) == {}


def test_another_process_sees_it(library):
    id = library.add(flow())
    again = Library(connect(str(library.engine.url)))
    assert again.read(id).name == "注文"


def test_every_connection_to_sqlite_is_durable(tmp_path):
    with connect(f"sqlite:///{tmp_path / 'library.db'}").connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_the_environment_names_the_database(tmp_path, monkeypatch):
    file = tmp_path / "made" / "on the way.db"
    monkeypatch.setenv("DESIGNER_DATABASE", f"sqlite:///{file}")
    Library(connect(database_url())).add(flow())
    assert file.exists()


def test_by_default_it_is_in_the_persons_data_directory(tmp_path, monkeypatch):
    monkeypatch.delenv("DESIGNER_DATABASE", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    connect(database_url())
    assert (tmp_path / "designer" / "library.db").exists()
