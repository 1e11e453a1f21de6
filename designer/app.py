"""The page of the designer: `streamlit run designer/app.py`."""

from designer.panels import shell, workspace

shell.prepare()
workspace.show()
