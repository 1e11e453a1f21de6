"""The versions of the schema. Each module names the one before it, and changes that schema into its own."""
