"""The sketch page without its screen: what the board shows, what a person did on it, and what that changes.

The board is the package `streamlit-flow-component`. It speaks in whole states, each of which may be older
than what Python knows: `snapshot` reads them, `gestures` finds what a person did between two, `sketchpad`
remembers what was heard last.
"""
