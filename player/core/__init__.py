"""The machinery of an execution: virtual time, the history, failures and retries."""
