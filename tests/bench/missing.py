"""What cannot be measured on this machine."""

from __future__ import annotations


class Missing(Exception):
    """Says why a measure is left out."""
