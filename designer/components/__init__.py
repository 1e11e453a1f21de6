"""The Python side of our Streamlit components."""
