"""Rules on JSONata, and on the two query languages side by side."""
