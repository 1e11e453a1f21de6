"""The sidecar `<name>.design.json`, and the workflow that it makes together with the definition."""
