"""Rules on timeouts, heartbeats, timestamps and task tokens."""
