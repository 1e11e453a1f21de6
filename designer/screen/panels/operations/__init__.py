"""The operations card of a state or of a card of the sketch: a list of questions that open into controls."""
