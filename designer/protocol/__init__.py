"""The messages between browser and Python, one folder or module a component."""
