"""The tab of the drawer with the costs in a month, and the estimates that they follow from."""
