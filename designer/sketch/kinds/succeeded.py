"""The flow ends, and all is well."""

from designer.sketch.kind import Kind

KIND = Kind(
    "succeeded", icon="check-circle-fill", symbol=":material/check_circle:", hue="green", leads_on=False
)
