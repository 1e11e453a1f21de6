"""The schema of the database and its migrations: one version a module in `versions/`, run by Alembic."""
