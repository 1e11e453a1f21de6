"""`designer app` starts the designer, in the folder where it is called."""

import sys
from pathlib import Path

from serving import listening

DESIGNER = Path(sys.executable).with_name("designer")


def test_it_serves_the_page_with_a_library_named_from_that_folder(folder):
    with listening([DESIGNER, "app"], folder, DESIGNER_DATABASE="sqlite:///library.db") as server:
        assert server.process.poll() is None
