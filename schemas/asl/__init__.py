"""The States Language: its JSON Schemas, its graph, its state types, expressions and services."""
