"""Apps of the CDK: programs that are read, never run, and get one import and one instance of a stack."""
