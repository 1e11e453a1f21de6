"""A table in which data is stored."""

from designer.sketch.kind import Kind

KIND = Kind("table", icon="database", symbol=":material/database:", hue="violet")
