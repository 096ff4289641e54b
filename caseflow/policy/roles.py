"""Group the roles as the tables of permissions and acts speak of them."""

from caseflow.vocabulary.actors import Role

NOBODY: frozenset[Role] = frozenset()
LEAD = frozenset({Role.LEAD})
OFFICER = frozenset({Role.OFFICER})
CASE_WORK = frozenset({Role.CASEWORKER, Role.LEAD})
ADMISSION = frozenset({Role.INTAKE, Role.LEAD})
CLIENT_WORK = CASE_WORK | ADMISSION
# Officers admit their own successors: the oversight unit may have no lead left.
ADMITTERS = LEAD | OFFICER
SECOND = LEAD | OFFICER
ALL = frozenset(Role)
