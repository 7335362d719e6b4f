"""The case work of Affiant: everything between the window and the cryptography. No Qt anywhere in here."""
