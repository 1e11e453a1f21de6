"""The Streamlit page of the designer: `streamlit run designer/app.py`."""

from designer.screen.panels import shell, workspace
from designer.screen.session import warm

warm()
shell.prepare()
workspace.show()
