"""The pages of lawful exceptions: reading without consent, with a second person."""
