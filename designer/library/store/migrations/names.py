"""Names that the migrations and their runner share."""

from pathlib import Path

FOLDER = Path(__file__).parent
VERSION_TABLE = "designer_version"
"""The table that holds the version of the schema; its name is ours alone, should others use Alembic too."""

FIRST = "0001"
"""The version that databases have in which that table is missing: they are older than the table."""
