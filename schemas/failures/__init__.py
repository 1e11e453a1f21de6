"""Follows a failure through a workflow: retries, catchers, containers, and what a person does then."""
