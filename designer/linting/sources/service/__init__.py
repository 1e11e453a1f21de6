"""A service of the Serverless Framework: its variables, the files that they name, and its state machines."""
