"""What keys do on the browse screen, a class for each concern; `screens/browse.py` puts them together."""
