"""Runs workflows locally, step by step: virtual time, mocked services, the events of the real service."""

from player.execution import Execution

__all__ = ["Execution"]
