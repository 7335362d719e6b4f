"""Plain values and rules of a case. Imports nothing of ours and does no I/O."""
