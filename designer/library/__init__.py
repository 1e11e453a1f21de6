"""Stores workflows: the library in a database, files on disk, and the samples."""
