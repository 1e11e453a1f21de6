"""The landscape: a map of all workflows of the library, and which of them starts which."""
