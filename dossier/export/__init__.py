"""What dossier gives to other programs: one module a format, each from a database to text."""
