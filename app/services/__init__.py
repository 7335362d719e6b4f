"""The one door for the window and the command line. Read these files from top to bottom to follow the data."""
