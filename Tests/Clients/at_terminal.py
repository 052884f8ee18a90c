"""at_terminal.py SECONDS COMMAND...: what a command writes to a terminal of whose input nothing comes for so long.

Its input, a graph file, is this script's own.
"""

import os
import pty
import subprocess
import sys
import time

terminal, other = pty.openpty()
command = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=other)
os.close(other)
time.sleep(float(sys.argv[1]))
command.stdin.write(sys.stdin.buffer.read())
command.stdin.close()
command.wait()
shown = b""
try:
    while piece := os.read(terminal, 1 << 16):
        shown += piece
except OSError:
    pass  # Linux's way to say that nobody is at the other end any more.
sys.stdout.buffer.write(shown)
sys.exit(command.returncode)
