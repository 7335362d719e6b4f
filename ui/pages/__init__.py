"""The screens of a case, one file each, in the order of the rail."""

from ui.page import Page
from ui.pages.consent import ConsentPage
from ui.pages.documents import DocumentsPage
from ui.pages.events import EventsPage
from ui.pages.export import ExportPage
from ui.pages.history import HistoryPage
from ui.pages.overview import OverviewPage
from ui.pages.people import PeoplePage
from ui.pages.testimony import TestimonyPage

#: The rail, from top to bottom; Ctrl+1 opens the first.
PAGES: tuple[type[Page], ...] = (
    OverviewPage,
    PeoplePage,
    TestimonyPage,
    EventsPage,
    DocumentsPage,
    ConsentPage,
    ExportPage,
    HistoryPage,
)
