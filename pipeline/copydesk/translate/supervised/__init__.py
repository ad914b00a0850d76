"""Engines in a child process, with a deadline and a limit on memory.

Native code can hang, crash or eat all memory; none of that may end a run. The built-in engines that hold no
native code stay in the process of the run (``choose.IN_PROCESS``); every other one is supervised, plugins
too.
"""
