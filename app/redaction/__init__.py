"""From a case to what may be disclosed. Pure: no I/O beyond reading shipped resources."""
