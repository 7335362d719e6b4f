"""The case file: one case as one JSON document, for going in and out of the program.

``read`` and ``parse`` refuse a file whole, with the place of the first fault and the reason; ``dump`` writes one. What
is allowed stands in ``resources/casefile.schema.json`` and, where a schema cannot say it, in ``rules``.
"""

from app.casefile.documents import Attachment, DocumentError
from app.casefile.errors import CaseFileError
from app.casefile.reading import CaseFile, parse, read
from app.casefile.writing import dump

__all__ = ["Attachment", "CaseFile", "CaseFileError", "DocumentError", "dump", "parse", "read"]
