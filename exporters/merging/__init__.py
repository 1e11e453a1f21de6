"""Merging an export into a repository that is there already: parts are set in its files, all else stays."""
