"""What screens are made of. Documents' text is drawn as plain segments, never read as markup."""
