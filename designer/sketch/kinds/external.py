"""A system of somebody else."""

from designer.sketch.kind import Kind

KIND = Kind("external", icon="cloud", symbol=":material/cloud:", hue="grey")
