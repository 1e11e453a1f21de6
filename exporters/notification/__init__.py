"""The notification of failed executions: what tells people, by which resources, in which words."""
