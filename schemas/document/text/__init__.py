"""The part of reading and writing that JSON and YAML share: trees of spans, drafts and splices."""
