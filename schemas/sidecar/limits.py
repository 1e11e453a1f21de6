"""The limits of a sidecar; any text may come from an attacker."""

MAX_ENTRIES = 1_000
"""The greatest number of notes, of lanes, of a sketch's cards, arrows and lanes; more are not read."""

SECTIONS = (("notes",), ("lanes",), ("sketch", "cards"), ("sketch", "arrows"), ("sketch", "lanes"))
"""The parts of a sidecar that have entries by uid which are drawn."""
