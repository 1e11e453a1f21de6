"""The Amazon States Language: JSON Schemas, walk and graph, state types, expressions and services."""
