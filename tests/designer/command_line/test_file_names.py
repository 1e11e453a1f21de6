"""The file name of the sidecar of each definition."""

from pathlib import Path

import pytest

from designer.library.files import sidecar_path


@pytest.mark.parametrize(
    "definition", ["x.asl.json", "x.asl.yaml", "x.asl.yml", "x.asl", "x.json", "x.yaml", "x.YML", "x"]
)
def test_every_way_to_name_a_definition_has_the_same_sidecar(definition):
    assert sidecar_path(Path("folder") / definition) == Path("folder/x.design.json")


def test_only_the_ending_is_taken_from_a_name():
    assert sidecar_path(Path("x.y.json")) == Path("x.y.design.json")
    assert sidecar_path(Path(".json")) == Path(".json.design.json")
