"""The screen: what one browser tab holds, and its panels."""
