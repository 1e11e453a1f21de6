"""The code editor: our Streamlit component around CodeMirror. Its messages are in `designer/protocol/`."""
