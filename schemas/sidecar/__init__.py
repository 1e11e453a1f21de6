"""The sidecar `<name>.design.json`, and the workflow: a definition together with its sidecar."""
