"""The limits of parsing; any text may come from an attacker."""

MAX_BYTES = 8 * 1024 * 1024
"""The greatest length of a text, in bytes of UTF-8."""

MAX_DEPTH = 128
"""The greatest depth of objects and arrays: 32 nested Parallels, far below the recursion limit of Python."""

MAX_EXPANDED = 2 * 1024 * 1024
"""The greatest total size of expanded YAML aliases: characters of scalars plus number of values."""

MAX_VALUES = 512 * 1024
"""The greatest number of values in YAML text; 8 MiB of usual text has fewer."""
