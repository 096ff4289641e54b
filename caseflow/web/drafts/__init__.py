"""Pages around what is typed and not sent: kept by itself, shown again, discarded."""
