"""The panels on failures: the course of one error in the inspector, and the table of the whole flow."""
