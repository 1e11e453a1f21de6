"""The IAM statements of a Task, one service a file."""
