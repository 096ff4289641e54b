"""What the pages and the programs' interface share: who asks, and what she may knock at."""
