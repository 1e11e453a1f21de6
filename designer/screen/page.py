"""The page that Streamlit runs in every tab, anew with each answer of the browser."""

from designer.screen import dialogs
from designer.screen.panels import shell, workspace
from designer.screen.process import warm

warm()
shell.prepare()
workspace.show()
dialogs.show()
