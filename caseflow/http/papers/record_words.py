"""Say what the record of processing is made of (Art. 30 GDPR); no measure that is not there."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark

CONTACT: Mapping[str, str] = MappingProxyType(
    {
        "address": mark("Address"),
        "email": mark("E-mail"),
        "telephone": mark("Telephone"),
        "representative": mark("Representative"),
        "officer": mark("Data-protection officer"),
        "storage": mark("Place of storage"),
    }
)
PERSONS = (
    mark("Clients who are counselled, sheltered, housed or taught"),
    mark("Their children, relatives and guardians"),
    mark("Persons whom clients tell of"),
    mark("Witnesses and interpreters of declarations"),
    mark("Staff with a log-in"),
)
REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "case_closed": mark("the case was closed"),
        "treatment_ended": mark("the treatment ended"),
        "enquiry": mark("the enquiry"),
        "record_deleted": mark("the record was deleted"),
        "document": mark("the document was made"),
        "duty_ended": mark("the duty ended"),
    }
)
MEASURES = (
    mark(
        "What clients say is encrypted field by field; the key of a drawer is handed to another "
        "unit by a consent and taken back by a withdrawal."
    ),
    mark("Every look is written into a log before anything is opened."),
    mark(
        "The log is a signed hash tree, in which a change is found out; without a head kept "
        "elsewhere, whoever holds the server’s keys could write it anew."
    ),
    mark("Whoever may not know of a client gets the same answer as for one who was never there."),
    mark(
        "Staff see by unit, role and case; clients can be walled off from single members of staff."
    ),
    mark("Emergencies are limited in time and reviewed by the data-protection officer."),
    mark(
        "A second factor can be required by role; passwords are kept in no other form than what "
        "opens a private key (Argon2id)."
    ),
    mark("Pages travel beyond the machine over TLS only."),
    mark(
        "Whoever controls the running server reads what the people at it read. Nobody has audited "
        "the program from outside."
    ),
)
