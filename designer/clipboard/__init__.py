"""A button that puts a picture into the clipboard, which only the browser itself can do."""
