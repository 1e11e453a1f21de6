"""Tests of one state, in the language of the service's TestState."""
