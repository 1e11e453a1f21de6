"""The costs of a workflow in a month: its volume, the needs of its states, and the prices of the service."""
