"""The key store: which key opens for whom, and the keyring of one request."""
