"""The Qt application: our style, our fonts, and the language of the system. Nothing of it is remembered on the machine."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.paths import resource
from ui.collecting import Collector
from ui.fonts import load_fonts


def make_application(argv: list[str]) -> QApplication:
    """The application with our style, fonts and language; nothing of it is remembered on this machine."""
    QApplication.setApplicationName("Affiant")
    # Qt would write the name behind the title of every window, the neutral page's too.
    QApplication.setApplicationDisplayName("")
    QApplication.setDesktopFileName("affiant")
    application = QApplication(argv)
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(True)
    Collector(application)
    load_fonts()
    _translate(application)
    return application


def _translate(application: QApplication) -> None:
    """Words in the language of the system where there is a translation; English is complete without one."""
    name = QLocale.system().name()
    for folder, stem in (
        (str(resource("i18n")), "affiant"),
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
    ):
        translator = QTranslator(application)
        if translator.load(f"{stem}_{name}", folder):
            application.installTranslator(translator)
