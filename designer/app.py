"""The page of the designer: `streamlit run designer/app.py`."""

from designer import session
from designer.panels import shell, workspace

session.warm()
shell.prepare()
workspace.show()
