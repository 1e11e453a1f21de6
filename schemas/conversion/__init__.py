"""From the sketch to the workflow, and changes of either offered to the other."""
