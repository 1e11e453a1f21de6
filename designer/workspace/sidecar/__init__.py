"""Values of the sidecar as a person edits them: answers on operations cards, the input contract, settings."""
