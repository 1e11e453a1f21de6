"""Readers of diagrams that were drawn elsewhere: Mermaid flowcharts, draw.io files and Miro boards."""
