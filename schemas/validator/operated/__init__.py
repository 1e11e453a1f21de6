"""A machine beside its operations cards: its steps as operations sees them, and the paths between them."""
