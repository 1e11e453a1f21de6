"""All that an export attaches to the machine: the events that start it, its alarms and its notification."""
