"""Text from a workflow inside Markdown that Streamlit renders."""

MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|~$:&")


def escape(text: str) -> str:
    """`text` in one line that Markdown shows as it is, never as markup."""
    line = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in MARKDOWN else letter for letter in line)
