"""Settings of resources that an export attaches to the machine: the events that start it, and alarms."""
