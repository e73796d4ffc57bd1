"""What happened, when, and who took part: reports of each document, joined into events and set in order."""
