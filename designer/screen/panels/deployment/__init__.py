"""The form of the deployment settings, which the sidecar keeps and the formats that deploy write."""
