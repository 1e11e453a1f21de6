"""Something that is done by a system of one's own."""

from designer.sketch.kind import Kind

KIND = Kind("step", icon="gear", symbol=":material/settings:", hue="teal")
