"""A remark that is no part of the flow."""

from designer.sketch.kind import Kind

KIND = Kind(
    "note", icon="sticky", symbol=":material/sticky_note_2:", hue="grey", leads_on=False, is_reached=False
)
