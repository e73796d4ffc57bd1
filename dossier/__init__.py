"""Dossier: who is in a folder of documents, what happened when, and who said what."""

__version__ = "0.1.0"
