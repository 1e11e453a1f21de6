"""Words for what the mock file of Step Functions Local does not hold of a case."""

from __future__ import annotations

from designer.base.words import word
from player.cases.local_mocks import Loss
from schemas.core.diagnostic import Language


def told_loss(loss: Loss, language: Language) -> str:
    """One line for a loss: the case, the states, and what becomes of them."""
    states = ", ".join(loss.states)
    return word(language, f"mocks.{loss.kind}", case=loss.case, states=states)
