"""Rules that compare a workflow with its operations cards and its input contract."""
