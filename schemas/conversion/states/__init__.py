"""The fields of the states that cards become."""
