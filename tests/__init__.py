"""The tests of Caseflow, and `python3 -m tests`, which prepares the machine and runs them."""
