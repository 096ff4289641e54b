"""Attachments: files in a client's drawers, cleaned, sealed in chunks, read, replaced, deleted."""
