"""The vault on disk: one SQLCipher file a case, its journal and its documents."""
