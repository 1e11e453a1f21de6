"""The conditions of Choice rules in JSONPath."""
