"""Parts of a definition that no construct of the CDK writes as they are."""

from __future__ import annotations


class Unfit(Exception):
    """A construct would gain, lose or change something here."""
