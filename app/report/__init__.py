"""From a disclosed view to PDF bytes, and the release check on those bytes. Cannot see a case."""
