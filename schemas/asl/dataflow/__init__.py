"""Data-flow analysis of the data: the fields that a state's input may have, over all paths of a machine."""
