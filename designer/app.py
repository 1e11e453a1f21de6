"""The page of the designer: `streamlit run designer/app.py`."""

from designer.screen import session
from designer.screen.panels import shell, workspace

session.warm()
shell.prepare()
workspace.show()
