"""Differences of workflows for people: a flowchart for GitHub, Markdown for a pull request, pictures."""
