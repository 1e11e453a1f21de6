"""The pages on formats name every format, and show what exports really write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flows import with_constructs

from designer.library.samples import load_sample
from exporters import export
from exporters.registry import formats

PAGES = Path(__file__).parents[2] / "docs" / "formats"
YAML = {"serverless.md": "serverless", "cloudformation.md": "cloudformation", "sam.md": "sam"}
HCL = {"terraform.md": "terraform"}
SHOWN = re.compile(r"^ *```(python|typescript|yaml|hcl)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


def test_every_format_has_a_page() -> None:
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \|.*\[([\w.]+)\]\(\2\)", index, re.MULTILINE)
    assert [name for name, _ in rows] == list(formats())
    assert {page for _, page in rows} == {path.name for path in PAGES.iterdir()} - {"README.md"}


@pytest.mark.parametrize("page", ["cdk.md", *YAML, *HCL])
def test_what_is_shown_is_what_is_exported(page: str) -> None:
    blocks = SHOWN.findall((PAGES / page).read_text(encoding="utf-8"))
    assert blocks
    for language, block in blocks:
        name = {**YAML, **HCL}.get(page, f"cdk-{language}")
        sample = load_sample("cart-total")
        artifacts = [*export(sample, name), *export(with_constructs(sample), name)]
        assert any(block in artifact.data.decode() for artifact in artifacts), block
