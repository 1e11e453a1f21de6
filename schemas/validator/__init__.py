"""The validator: checks syntax, JSON Schemas and rules, and applies fixes."""
