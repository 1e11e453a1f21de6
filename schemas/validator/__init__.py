"""The validator: syntax, then JSON Schema, then rules; and the fixes of what they find."""
