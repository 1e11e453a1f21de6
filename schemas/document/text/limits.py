"""The bounds of what is read: everything opened may be hostile."""

MAX_BYTES = 8 * 1024 * 1024
"""The longest text, in bytes of UTF-8."""

MAX_DEPTH = 128
"""The deepest nesting of objects and arrays: 32 Parallels within each other, far from Python's own bound."""

MAX_EXPANDED = 2 * 1024 * 1024
"""The most that YAML's aliases may bring in all, in characters of scalars plus the number of values."""

MAX_VALUES = 512 * 1024
"""The most values that YAML text may hold; 8 MiB of usual text holds fewer."""
