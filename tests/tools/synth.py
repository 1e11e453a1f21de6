"""Run the CDK apps in the folders that are named, all in one process; each leaves its template in `cdk.out`.

usage: python synth.py FOLDER...
"""

from __future__ import annotations

import os
import runpy
import shutil
import sys
from pathlib import Path

for folder in map(Path, sys.argv[1:]):
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    app = runpy.run_path(str(folder / "app.py"))["app"]
    sys.path.remove(str(folder))
    shutil.copytree(app.outdir, folder / "cdk.out")
