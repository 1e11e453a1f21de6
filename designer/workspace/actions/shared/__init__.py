"""Helpers that several actions share: insert positions, edges, fragments, and edits of the sidecar."""
