"""A run of a workflow that a person looks at: played here, or recorded on the service."""
