"""The permissions of a state machine's role: one file a service derives statements from a call."""
