"""Maps: their items, limits, batches and child executions."""
