"""Rules on the state machine as a whole."""
