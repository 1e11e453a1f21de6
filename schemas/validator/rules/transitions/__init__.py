"""Rules on transitions: where a flow starts, goes on and ends."""
