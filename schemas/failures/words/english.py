"""The English words of failures."""

from __future__ import annotations

from dataclasses import replace

from schemas.failures.words.phrases import Phrases

ENGINEERING = Phrases(
    other_error="any other failure",
    unnamed_error="(an error without a name)",
    stop=".",
    no_retry="There is no automatic retry",
    zero_retries="Automatic retries are switched off (MaxAttempts 0)",
    retries="It is retried {0}× ({1}); the waits add up to {2}",
    retries_container="“{3}” is started again from its beginning {0}× ({1}); the waits add up to {2}",
    unknown_retries="It is retried; the deployment sets how often",
    delay="after {}",
    jittered="within {}",
    at_most="at most {}",
    more_delays="…",
    at_once="at once",
    caught="If it still fails, the run goes on with “{0}”",
    caught_at_once="The run goes on with “{0}”",
    reason=" ({})",
    data={
        "error": "The name and cause of the error (Error, Cause) replace the input",
        "beside": "The input is kept, and the name and cause of the error are added at {0}",
        "input": "The input goes on unchanged; the name and cause of the error are lost",
        "output": "The Output of the Catch makes the data: {0}",
    },
    assigned="Variables are set: {0}",
    uncaught="No Catch handles it",
    uncaught_inside="So “{0}” fails",
    siblings_cancelled="The other steps that run inside “{0}” are cancelled",
    items_cancelled="The other items of “{0}” are cancelled",
    tolerated="“{0}” goes on without the item, as long as no more fail than it allows",
    run_fails="The whole run fails (FAILED)",
    then_ends="Then the run ends in “{0}”",
    then_fails="Then the run ends as failed in “{0}”",
    then_either="Then the run ends in “{0}”, or as failed in “{1}”",
    rejoins="From “{0}” on, it is the usual flow",
    may_rejoin="It may return to the usual flow at “{0}”",
    usual_next="That is the flow of a success, too",
    endless="No way leads to an end",
    effects={
        "takes": "money was taken by “{0}”",
        "returns": "money was returned by “{0}”",
        "losesFee": "a fee was lost by “{0}”",
        "writes": "“{0}” wrote to {1}",
        "sends": "“{0}” sent a message to {1}",
        "asks": "“{0}” asked for an answer through {1}",
        "starts": "“{0}” started another workflow, {1}",
        "calls": "“{0}” called {1} (its card does not say what that changes)",
    },
    effects_unnamed={
        "takes": "money was taken by “{0}”",
        "returns": "money was returned by “{0}”",
        "losesFee": "a fee was lost by “{0}”",
        "writes": "“{0}” wrote something",
        "sends": "“{0}” sent a message",
        "asks": "“{0}” asked for an answer",
        "starts": "“{0}” started another workflow",
        "calls": "“{0}” called a program (its card does not say what that changes)",
    },
    per_item=" (for each item)",
    own_unsure="Although it failed, this step itself may have taken effect ({0})",
    nothing="Nothing has been changed yet",
    certainly="done",
    possibly="perhaps done (depends on the way)",
    rerun={
        "goesOn": "Nothing needs to be run again: the flow goes on by itself",
        "resumes": (
            "Once the cause is fixed, a redrive goes on from “{0}” (within 14 days, with the same definition)"
        ),
        "defeated": (
            "A redrive would only fail again in “{0}” (a Fail). Fix the cause and start a new execution"
        ),
        "repeats": (
            "A redrive has the same definition and data and fails again. "
            "Correct the definition or the input, and start a new execution"
        ),
        "express": "An Express run cannot be redriven. Start a new execution with the same input",
    },
    rerun_if_failed="A run that ended in “{0}” only fails again if it is redriven: start a new execution",
    nested="Look at the child's execution first: it may have finished",
    told_by="“{0}” tells somebody",
    told_by_owner="“{0}” tells somebody (owner: {1})",
    told_person="{0} is told",
    told_on_failure="The notification of failed executions is sent, if one is set up",
    told_nobody="Nobody is told by the flow",
    answers={
        "retry": "a machine retries",
        "human": "a person decides",
        "compensate": "it is undone",
        "ignore": "nothing is done",
    },
    open_answer="not decided yet",
)

BUSINESS = replace(
    ENGINEERING,
    zero_retries="Automatic retries are switched off",
    uncaught="The flow has no way on from this failure",
    run_fails="The whole run fails",
    effects=ENGINEERING.effects_unnamed,
    rerun={
        **ENGINEERING.rerun,
        "resumes": (
            "Once the cause is fixed, running it again (redrive) goes on from “{0}” (within 14 days)"
        ),
        "defeated": (
            "Running it again (redrive) only fails again in “{0}”. Fix the cause and start from the beginning"
        ),
        "repeats": (
            "Running it again (redrive) fails in the same way. "
            "Correct the flow or the data, and start from the beginning"
        ),
        "express": "It cannot go on from the middle. Start from the beginning with the same input",
    },
    rerun_if_failed="A run that ended in “{0}” is started from the beginning, not from the middle",
    nested="Look at the run of the called part first: it may have finished",
)
"""The words for people who do not write workflows: no fields of the language, no names of resources."""
