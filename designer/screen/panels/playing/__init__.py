"""The panels of a run: its time line in the drawer, and the data of a state in the inspector."""
