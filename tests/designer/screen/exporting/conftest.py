"""A fixture of the form of the deployment settings."""

import pytest
from deployment_fields import CALL, Form


@pytest.fixture
def form(opened):
    return lambda text=CALL, format="serverless": Form(opened(text).session_state["session"], format)
