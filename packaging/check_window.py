"""Whether this system has the libraries that the window needs: exits with 1 and names what is missing.

python packaging/check_window.py
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path


def main() -> int:
    """Load what the window loads, without opening one."""
    try:
        from PySide6 import QtGui, QtSvg, QtWidgets  # noqa: F401 - that they load is what is asked
    except ImportError as error:
        print(f"missing for the window: {error}", file=sys.stderr)
        return 1
    if shutil.which("apt-get") and not _has_sound():
        return 1
    spec = find_spec("PySide6")
    if sys.platform != "linux" or spec is None or spec.origin is None:
        return 0
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        print(f"missing for the window: {error}", file=sys.stderr)
        return 1
    return 0


def _has_sound() -> bool:
    """Whether sound can be recorded and played. The window starts without; where it can be installed in one step, it is."""
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")  # it tells what it loads
    try:
        from PySide6 import QtMultimedia  # noqa: F401 - likewise
    except ImportError as error:
        print(f"missing for sound: {error}", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
