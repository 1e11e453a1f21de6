"""Where workflows are kept: the library's database, files on disk, and the samples."""
