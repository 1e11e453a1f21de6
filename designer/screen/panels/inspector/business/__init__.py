"""The inspector in the business view."""
