"""Rules on the services that a Task calls."""
