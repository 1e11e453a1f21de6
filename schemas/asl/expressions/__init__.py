"""The small languages inside strings: paths, intrinsic functions, JSONata and timestamps."""
