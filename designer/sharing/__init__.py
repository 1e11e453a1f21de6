"""Sending pictures to other services, when a person asks for it and never by itself."""
