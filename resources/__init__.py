"""What ships beside the code: forms, profiles, texts, fonts, the sample case. Data, read through ``app.paths``."""
