"""Further processes of a test, each forked from one that has read Caseflow already.

A fork of the test itself would take its connections and locks along.
"""

import multiprocessing

_READ = [
    "caseflow.app",
    "tests.factories.handovers",
    "tests.factories.log",
    "tests.factories.reopened_house",
]

MACHINE = multiprocessing.get_context("forkserver")
MACHINE.set_forkserver_preload(_READ)
