"""A screen that a customer sees."""

from designer.sketch.kind import Kind

KIND = Kind("screen", icon="window", symbol=":material/web_asset:", hue="blue")
