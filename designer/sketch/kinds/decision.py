"""A question whose answers lead on by different ways."""

from designer.sketch.kind import Kind

KIND = Kind("decision", icon="signpost-split", symbol=":material/alt_route:", hue="amber")
