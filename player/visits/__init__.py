"""One visit of a state: what it reads, and how data flows through it."""
