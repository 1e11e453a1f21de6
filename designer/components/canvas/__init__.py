"""The canvas: our own Streamlit component. A view goes in, intents come out; `protocol/` says both."""
