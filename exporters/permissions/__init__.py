"""What a state machine's role must allow: one service one file, each from a Task's call to IAM statements."""
