"""The canvas, our own Streamlit component: a view goes in, intents come out (see `designer/protocol/`)."""
