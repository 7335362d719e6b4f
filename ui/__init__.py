"""The window. Widgets show values and send commands; no SQL, no cryptography and no rule of the field lives here."""
