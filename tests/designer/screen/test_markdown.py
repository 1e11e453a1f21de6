"""Text from a workflow is shown as it is, never as markup."""

from markdown_it import MarkdownIt

from designer.screen.markdown import escape


def test_markup_is_shown_as_it_was_written():
    hostile = "<script>alert(1)</script> **b** [x](javascript:1) `c` $m$ :red[r] #1 1. a_b ~s~ a|b &lt;"
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escape(hostile))
    assert "<script>" not in rendered
    assert not any(f"<{tag}" in rendered for tag in ("strong", "em", "a ", "code", "s>", "h1", "ol"))


def test_every_letter_that_means_markup_is_escaped():
    assert escape("在庫[a]:$x") == "在庫\\[a\\]\\:\\$x"
