"""What several user actions need: places, edges, fragments, edits of the sidecar."""
