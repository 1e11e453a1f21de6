"""The common base of JSON and YAML: trees of spans, drafts and splices."""
