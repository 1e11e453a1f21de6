"""The formats, one a module or folder: one that offers `FORMATS` is found by the registry."""
