"""Map, Parallel, Pass, Succeed and Fail as a person reads and changes them."""

import pytest
from inspecting import machine

ONE = {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": True}}}
READER = {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV"}}


def a_map(language="JSONPath", config=None, **fields):
    processor = {**({"ProcessorConfig": config} if config else {}), **ONE}
    return machine({"Type": "Map", "ItemProcessor": processor, **fields, "End": True}, language)


def test_a_map_is_distributed_and_taken_back(inspected):
    text = a_map(config={"Mode": "INLINE"})
    here = inspected(text).enter("ItemProcessor/mode", "DISTRIBUTED")
    assert here.fields["ItemProcessor"]["ProcessorConfig"] == {
        "Mode": "DISTRIBUTED",
        "ExecutionType": "STANDARD",
    }
    here.enter("ItemProcessor/type", "EXPRESS").enter("ItemProcessor/mode", "INLINE")
    assert here.fields["ItemProcessor"]["ProcessorConfig"] == {"Mode": "INLINE"}


def test_a_map_that_says_no_mode_is_inline(inspected):
    assert inspected(a_map()).value("ItemProcessor/mode") == "INLINE"


def test_the_reader_is_set_up_from_nothing(inspected):
    here = inspected(a_map(config={"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}))
    here.press("ItemReader/open").enter("ItemReader/Resource", READER["Resource"])
    here.press("ItemReader/ReaderConfig/open").enter("ItemReader/ReaderConfig/InputType", "CSV")
    assert here.fields["ItemReader"] == READER
    here.enter("ItemReader/ReaderConfig/CSVHeaderLocation", "FIRST_ROW")
    assert here.fields["ItemReader"]["ReaderConfig"]["CSVHeaderLocation"] == "FIRST_ROW"


def test_what_is_emptied_takes_the_object_around_it_along(inspected):
    here = inspected(a_map(ItemReader=READER)).enter("ItemReader/ReaderConfig/InputType", "")
    assert here.fields["ItemReader"] == {"Resource": READER["Resource"]}


def test_batches_writer_and_tolerances_change_their_lines(inspected):
    fields = {
        "ItemBatcher": {"MaxItemsPerBatch": 10},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out"}},
        "ToleratedFailurePercentage": 5,
        "MaxConcurrency": 20,
    }
    text = a_map(**fields)
    here = inspected(text)
    here.enter("ItemBatcher/MaxItemsPerBatch/fixed", "25")
    here.enter("ResultWriter/Parameters/Bucket/fixed", "results")
    here.enter("ToleratedFailurePercentage/fixed", "7.5")
    here.enter("MaxConcurrency/fixed", "40")
    wanted = text.replace('"MaxItemsPerBatch": 10', '"MaxItemsPerBatch": 25').replace('"out"', '"results"')
    assert here.text == wanted.replace('age": 5', 'age": 7.5').replace('ncy": 20', 'ncy": 40')


def test_an_inline_map_is_not_asked_for_what_only_a_distributed_one_has(inspected):
    with pytest.raises(StopIteration):
        inspected(a_map()).press("ItemReader/open")


def test_a_distributed_map_with_the_older_iterator_is_asked_too(inspected):
    config = {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}
    fields = {"Type": "Map", "Iterator": {"ProcessorConfig": config, **ONE}, "End": True}
    here = (
        inspected(machine(fields)).press("ItemReader/open").enter("ItemReader/Resource", READER["Resource"])
    )
    assert here.fields["ItemReader"] == {"Resource": READER["Resource"]}


def test_the_items_of_a_map_are_an_expression(inspected):
    text = a_map("JSONata", Items="{% $lines %}")
    here = inspected(text).enter("Items/expression", "$orders")
    assert here.text == text.replace("$lines", "$orders")


def test_branches_are_listed_by_their_states_added_and_removed(inspected):
    empty = {"StartAt": "", "States": {}}
    here = inspected(machine({"Type": "Parallel", "Branches": [ONE, empty], "End": True}))
    assert here.rows("Branches") == ["1.  X", "2.  no states yet"]
    here.press("Branches/add")
    assert len(here.fields["Branches"]) == 3
    here.press("Branches/1/remove")
    assert here.fields["Branches"] == [ONE, empty]


def test_a_branch_leads_to_its_first_state(inspected):
    here = inspected(machine({"Type": "Parallel", "Branches": [ONE], "End": True})).press("Branches/0/row")
    (selected,) = here.session.opened.selected
    assert here.session.analysis.identity.states[selected].name == "X"


def test_an_error_is_fixed_or_at_a_path(inspected):
    text = machine({"Type": "Fail", "Error": "Declined", "CausePath": "$.why"})
    here = inspected(text).enter("Error/fixed", "Refused").enter("Cause/path", "$.reason")
    assert here.text == text.replace("Declined", "Refused").replace("$.why", "$.reason")
    here.enter("Error/mode", "path")
    assert here.fields == {"Type": "Fail", "ErrorPath": "$.error", "CausePath": "$.reason"}


def test_an_error_is_computed_by_an_expression(inspected):
    here = inspected(machine({"Type": "Fail", "Error": "Declined"}, "JSONata"))
    here.enter("Error/mode", "expression")
    assert here.fields["Error"] == '{% "Declined" %}'


def test_a_pass_has_fixed_data_as_a_tree(inspected):
    text = machine({"Type": "Pass", "Result": {"a": 1}, "End": True})
    here = inspected(text).enter("Result/a/fixed", "2")
    assert here.text == text.replace('"a": 1', '"a": 2')


def test_a_succeed_says_what_is_passed_on(inspected):
    here = inspected(machine({"Type": "Succeed"}, "JSONata")).press("Output/add")
    assert here.fields["Output"] == {"key1": ""}


@pytest.mark.parametrize("value", [5, None, [], "x", {"ProcessorConfig": 5}, [{}, 3]])
def test_containers_that_are_none_are_shown_without_an_error(inspected, value):
    inspected(machine({"Type": "Map", "ItemProcessor": value, "ItemReader": value, "ItemBatcher": value}))
    inspected(machine({"Type": "Parallel", "Branches": value}))
