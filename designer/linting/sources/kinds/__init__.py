"""The kinds of files that hold definitions among other things, one module each.

A kind's module has `MARKS`, one of which stands in the text of each file of the kind, and `held(value)`: the
definitions that such a file holds, by its value; none where it is of another kind.
"""
