"""The code editor: our Streamlit component around CodeMirror. `protocol.py` says what goes in and out."""
