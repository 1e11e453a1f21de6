"""Makes a workflow of its own of some states: the child, and the state of the parent that calls it."""
