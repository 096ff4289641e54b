"""The officer's pages: who saw whom and why, reasons, emergencies, and whether the log is whole."""
