"""What an appointment may be: how long it lasts, how far ahead it lies, how she is reminded."""

from caseflow.vocabulary.safe_contact import Way

# The ways by which somebody is reminded; what is said to her at her side needs none.
REMINDERS = (
    *(Way.PHONE, Way.VOICEMAIL, Way.SMS, Way.MESSENGER),
    *(Way.EMAIL, Way.POST, Way.TRUSTED),
)
SHORTEST, LONGEST = 5, 720  # minutes
# A calendar opens nothing that was written longer ago than this: it cannot lie ahead any more.
DAYS_AHEAD = 366
# Between the clock going forward and back an hour is missing, or comes twice: which of the two.
FIRST, SECOND = "first", "second"
