"""The few widgets from which every screen is put together, painted from the tokens of ``ui.theme``."""
