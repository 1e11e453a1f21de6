"""Something that a person does."""

from designer.sketch.kind import Kind

KIND = Kind("person", icon="person-fill", symbol=":material/person:", hue="pink")
