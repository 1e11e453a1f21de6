"""The parts that several actions on the sketch share."""
