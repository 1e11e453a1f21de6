"""Rules on variables and the Context object."""
