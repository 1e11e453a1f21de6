"""Changes of the sketch for the workflow, and of the workflow for the sketch, since the last conversion."""
