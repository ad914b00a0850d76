"""Runs number_checkers.py, which see; `python benchmarks/numbers.py` takes the same arguments.

Python's own library has a module of this name, and a script finds the modules beside it first. So, imported
by another script of this folder, this file is that module.
"""  # noqa: A005

import runpy
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).parent

if __name__ == "__main__":
    sys.path[:] = [entry for entry in sys.path if Path(entry).resolve() != HERE.resolve()]
    runpy.run_path(str(HERE / "number_checkers.py"), run_name="__main__")
else:
    own = Path(sysconfig.get_path("stdlib")) / "numbers.py"
    exec(compile(own.read_bytes(), str(own), "exec"))
