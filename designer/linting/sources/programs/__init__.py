"""The programs that name or hold definitions, one module each; they are read and never run."""
