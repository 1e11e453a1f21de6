"""Rules on JSONPath, reference paths and intrinsic functions."""
