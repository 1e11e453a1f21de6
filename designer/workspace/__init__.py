"""One open workflow: its analysis, its text, and what users do to it."""
