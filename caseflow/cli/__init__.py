"""The command `caseflow`: what operators type."""
