"""Tests of a workflow: cases with input, mocks and what is expected, and what of the workflow they cover."""
