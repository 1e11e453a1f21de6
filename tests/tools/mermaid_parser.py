"""Mermaid's own reading of flowcharts: the nodes, edges and subgraphs that it would draw."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page
from tooling import TOOLS

SCRIPT = TOOLS / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"

READ = """async texts => {
  const plain = text => {
    const html = (text ?? '').replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';');
    const place = document.createElement('div');
    place.innerHTML = html.replace(/<br\\s*\\/?>/gi, '\\n');
    return place.textContent;
  };
  const read = async text => {
    try {
      const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
      const { nodes, edges } = diagram.db.getData();
      return {
        nodes: nodes
          .filter(node => !node.isGroup)
          .map(node => [node.id, plain(node.label), node.shape, node.parentId ?? '']),
        groups: nodes
          .filter(node => node.isGroup)
          .map(node => [node.id, plain(node.label), node.parentId ?? '']),
        edges: edges.map(edge => [
          edge.start, edge.end, plain(edge.label),
          edge.arrowTypeStart, edge.arrowTypeEnd, edge.thickness, edge.pattern,
        ]),
      };
    } catch (error) {
      return { error: String(error.message ?? error) };
    }
  };
  const readings = [];
  for (const text of texts) readings.push(await read(text));
  return readings;
}"""


class MermaidParser:
    """Mermaid in a page of the tests' Chromium."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.set_content("<!doctype html><title>Mermaid</title>")
        page.add_script_tag(path=SCRIPT)
        page.evaluate("mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5 })")

    def read(self, *texts: str) -> list[dict[str, Any]]:
        """Nodes `(id, label, shape, group)`, groups and edges of each text, or its `error`."""
        found: list[dict[str, Any]] = self._page.evaluate(READ, list(texts))
        return found
