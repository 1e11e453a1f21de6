"""Fixtures that run `designer` in this process, in a new folder for each test."""

import pytest
from running import designer, folder

__all__ = ["designer", "folder"]


@pytest.fixture
def written(folder):
    """Write files by name; a service by its text alone."""

    def write(service, **files):
        named = {"serverless.yml": service} if isinstance(service, str) else service
        for name, text in (*named.items(), *((f"{name}.yml", text) for name, text in files.items())):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        return folder

    return write
