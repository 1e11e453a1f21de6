"""Forks and loops of a sketch: Parallel states, ways out of their branches, and exits."""

from __future__ import annotations

from converted import Converted


def test_a_fork_that_rejoins_is_a_parallel_and_nested_ones_too():
    made = Converted(
        """a: step A
        b: step B
        c: step C
        d: step D
        e: step E
        f: step F
        g: succeeded G
        a -> b
        a -> c
        b -> d
        b -> e
        d -> f
        e -> f
        c -> g
        f -> g"""
    )
    parallel = made.states[made.states["A"]["Next"]]
    assert parallel["Next"] == "G"
    first, second = parallel["Branches"]
    assert second["States"].keys() == {"C"}
    inner = first["States"][first["States"]["B"]["Next"]]
    assert [list(branch["States"]) for branch in inner["Branches"]] == [["D"], ["E"]]
    assert inner["Next"] == "F"
    assert first["States"]["F"]["End"] is True


def test_a_fork_that_never_rejoins_is_said_and_ends_in_its_branches():
    made = Converted("a: step A\nb: succeeded B\nc: step C\na -> b\na -> c")
    parallel = made.states[made.states["A"]["Next"]]
    assert parallel["End"] is True
    assert "convert-fork-never-rejoins" in made.codes


def test_a_failure_in_a_branch_leads_out_of_the_parallel():
    made = Converted(
        """a: step A
        b: step B
        c: step C
        d: succeeded D
        help: step Help
        a -> b
        a -> c
        b -> d
        c -> d
        c -失敗-> help"""
    )
    parallel = made.states[made.states["A"]["Next"]]
    assert [(one["ErrorEquals"], one["Next"]) for one in parallel["Catch"]] == [(["States.ALL"], "Help")]
    assert "Catch" not in parallel["Branches"][1]["States"]["C"]


def test_a_way_out_of_a_branch_ends_the_parallel():
    made = Converted(
        """a: step A
        b: step B
        c: decision C?
        d: step D
        refuse: succeeded Refused
        a -> b
        a -> c
        b -> d
        c -yes-> d
        c -no-> refuse"""
    )
    parallel = made.states[made.states["A"]["Next"]]
    [catcher] = parallel["Catch"]
    assert catcher["Next"] == "Refused"
    branch = parallel["Branches"][1]["States"]
    assert branch[branch["C?"]["Default"]] == {"Type": "Fail", "Error": catcher["ErrorEquals"][0]}


def test_a_fork_that_another_arrow_enters_is_a_choice_and_said():
    cards = "s: decision S?\na: step A\nb: step B\nc: step C\nd: succeeded D\n"
    made = Converted(cards + "s -yes-> a\ns -no-> b\na -> b\na -> c\nb -> d\nc -> d")
    assert "convert-fork-not-parallel" in made.codes
    assert made.states[made.states["A"]["Next"]]["Type"] == "Choice"


def test_a_loop_stays_a_loop():
    made = Converted("a: step A\nd: decision Again?\nb: succeeded B\na -> d\nd -yes-> a\nd -no-> b")
    assert made.states["Again?"]["Choices"][0]["Next"] == "A"


def test_a_loop_without_an_exit_gets_an_undecided_one():
    made = Converted("a: step A\nb: step B\na -> b\nb -> a")
    assert made.states[made.states["B"]["Next"]]["Type"] == "Choice"
    assert "convert-no-exit" in made.codes
