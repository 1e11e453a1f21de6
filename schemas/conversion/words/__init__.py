"""The words on cards and arrows: the names, deadlines, comparisons, answers and errors that they mean."""
