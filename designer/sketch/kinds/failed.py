"""The flow ends, and something went wrong."""

from designer.sketch.kind import Kind

KIND = Kind("failed", icon="x-circle-fill", symbol=":material/cancel:", hue="red", leads_on=False)
