"""Tables of roles, a letter for each, as they are written down to be compared."""

from caseflow.vocabulary.actors import Role

LETTERS = {
    "C": Role.CASEWORKER,
    "I": Role.INTAKE,
    "L": Role.LEAD,
    "O": Role.OFFICER,
}


def cells(table: str) -> dict[str, set[Role]]:
    """Return the roles of each line by its name; `-` is nobody."""
    rows = (line.split() for line in table.strip().splitlines())
    return {name: {LETTERS[letter] for letter in who.strip("-")} for name, who in rows}
