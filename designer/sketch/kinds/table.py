"""Where data is kept."""

from designer.sketch.kind import Kind

KIND = Kind("table", icon="database", symbol=":material/database:")
