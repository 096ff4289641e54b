"""Serve Caseflow from any WSGI server."""

from caseflow.app import create_app_from_environment

application = create_app_from_environment()
