"""Bytes only: keys, headers, sealed files. Knows nothing of cases, people or screens."""
