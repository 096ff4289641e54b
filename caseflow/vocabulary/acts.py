"""The acts that the log knows, by their dotted names."""

from enum import StrEnum


class Act(StrEnum):
    """One act of seeing or doing; `caseflow.policy.act_roles` says which role may do which."""

    # seeing
    STORY_READ = "story.read"
    INTAKE_READ = "intake.read"
    ENTRY_READ = "entry.read"
    DOCUMENT_READ = "document.read"  # the list, what is written about one, or its file
    CLIENT_EXPORT = "client.export"  # of the unit's own drawers alone, for her (Art. 15, 20 GDPR)
    FAMILY_READ = "family.read"  # guardians, and the links to children and mother
    GUARDIAN_CHECK = "guardian.check"  # may this person declare for her, and until when
    CLIENT_READ = "client.read"  # code, open units, drawers: no field
    CLIENT_SEARCH = "client.search"  # before the cards are opened
    CLIENT_SHOWN = "client.shown"  # the ids that a search or a work list showed
    CLIENT_LOOKUP = "client.lookup"  # by client code: opens a desk
    CONSENT_READ = "consent.read"
    COPY_READ = "copy.read"  # which copies are frozen, for the officers: never content
    CONSENT_PREVIEW = "consent.preview"
    HANDOVER_READ = "handover.read"
    CARD_PRINT = "client.card"
    WALL_READ = "wall.read"
    APART_READ = "apart.read"  # which clients are kept apart: of one client, or all for an officer
    EXCEPTION_READ = "exception.read"  # which lawful exceptions stand or wait, never their texts
    DISCLOSURE_PREPARE = (
        "disclosure.prepare"  # what a consent covers, to choose from piece by piece
    )
    DISCLOSURE_READ = "disclosure.read"  # what was told to partners, and what waits for an answer
    DISCLOSURE_PRINT = "disclosure.print"  # a hand-out once more
    ERASURE_READ = "erasure.read"  # proposals and tombstones, never whom they were
    RETENTION_READ = "retention.read"  # what is due and when, holds, runs
    MERGE_READ = "merge.read"  # which merges wait for the one who asks to agree or refuse
    CASE_DESERTED = "case.deserted"  # the ids of restricted cases that a lead was shown to assign
    # doing
    CLIENT_CREATE = "client.create"
    CASE_OPEN = "case.open"
    CASE_CLOSE = "case.close"
    CASE_ASSIGN = "case.assign"
    ENTRY_WRITE = "entry.write"
    FACT_WRITE = "fact.write"
    GOAL_WRITE = "goal.write"
    PROGRESS_WRITE = "progress.write"
    SUMMARY_WRITE = "summary.write"
    DOCUMENT_WRITE = "document.write"  # attach one, change what is written, or give another file
    DOCUMENT_DELETE = "document.delete"  # with its key and all chunks
    COPY_MAKE = "copy.make"  # of an entry or an answer that a consent lets the unit copy
    COPY_KEEP = "copy.keep"  # a frozen one stays, on another basis than her consent
    COPY_DESTROY = "copy.destroy"  # some days after it was frozen
    GUARDIAN_WRITE = "guardian.write"  # add one, or block one
    GUARDIAN_CHANGE = "guardian.change"  # what could make a blocked one declare again
    RELATIVE_WRITE = "relative.write"  # link a child and her mother, or end the link
    CONSENT_RECORD = "consent.record"
    CONSENT_WITHDRAW = "consent.withdraw"
    CONSENT_EXPIRE = "consent.expire"
    CONSENT_RECEIVE = "consent.receive"  # from another system; opens nothing until she declares it
    CONSENT_ANSWER = "consent.answer"  # what she says to what another system sent
    REFUSAL_RECORD = "refusal.record"
    HANDOVER_SEND = "handover.send"
    HANDOVER_ACCEPT = "handover.accept"
    HANDOVER_DECLINE = "handover.decline"
    HANDOVER_WITHDRAW = "handover.withdraw"
    HANDOVER_EXPIRE = "handover.expire"
    EMERGENCY_DECLARE = "emergency.declare"
    EMERGENCY_END = "emergency.end"
    EMERGENCY_REVIEW = "emergency.review"
    EXCEPTION_DECLARE = "exception.declare"
    EXCEPTION_ANSWER = "exception.answer"  # a second person agrees, or refuses and so ends it
    EXCEPTION_END = "exception.end"
    DISCLOSURE_MAKE = "disclosure.make"  # to a partner outside, under a consent that names it
    DISCLOSURE_ACKNOWLEDGE = "disclosure.acknowledge"  # the partner has received it
    DISCLOSURE_NOTE = "disclosure.note"  # what it answered, or what made it hard; sealed
    PARTNER_ADD = "partner.add"
    PARTNER_CHANGE = "partner.change"
    PARTNER_END = "partner.end"
    WALL_RECORD = "wall.record"
    WALL_LIFT = "wall.lift"
    APART_RECORD = "apart.record"  # two clients must never learn of each other
    APART_LIFT = "apart.lift"
    MERGE_PROPOSE = "merge.propose"  # two clients are one person, as somebody holds
    MERGE_ANSWER = "merge.answer"  # a second person agrees, and from then on they are; or refuses
    MERGE_UNDO = "merge.undo"
    IMPORT_RUN = "import.run"
    ERASURE_PROPOSE = "erasure.propose"  # of a client, or of one unit's file of her
    ERASURE_WITHDRAW = "erasure.withdraw"  # by who proposed it, before anybody has answered
    ERASURE_ANSWER = "erasure.answer"  # a second person agrees, and it is done; or refuses
    CLIENT_ERASE = "client.erase"  # her keys are destroyed; follows from an agreement or a run
    EVIDENCE_DELETE = "evidence.delete"  # what was kept of an erased client, after its period
    HOLD_SET = "hold.set"  # a client or a unit is not to be erased
    HOLD_LIFT = "hold.lift"
    RETENTION_PREPARE = "retention.prepare"  # the exact list of what is due
    RETENTION_ANSWER = "retention.answer"  # a second person agrees to it, or refuses
    RETENTION_RUN = "retention.run"  # one of the list was deleted, or left out
    # people and keys
    PAGE_REFUSE = "page.refuse"  # an address that is not there, or not for her role
    LOGIN = "login"
    LOGIN_STEP = "login.step"  # the password was right; a second factor is asked for
    LOGIN_FAIL = "login.fail"
    LOGOUT = "logout"
    CURTAIN_LOWER = "curtain.lower"  # nothing opens in the session until its password is given
    CURTAIN_LIFT = "curtain.lift"
    BROWSER_FORGET = "browser.forget"  # she is known in one of her browsers no more
    ADDRESS_KEEP = "address.keep"  # one's own, or that there is none any more; never which
    PASSWORD_CHANGE = "password.change"
    FACTOR_ADD = "factor.add"  # of one's own: one-time codes, a passkey, recovery codes
    FACTOR_REMOVE = "factor.remove"
    DRAFT_KEEP = "draft.keep"  # what was typed and not sent was kept for the first time
    DRAFT_READ = "draft.read"  # beside its form
    DRAFT_DISCARD = "draft.discard"  # sent at last, or not wanted
    TOKEN_MAKE = "token.make"  # of one's own, for a program
    TOKEN_REVOKE = "token.revoke"
    FACTOR_SHOW = "factor.show"  # shown once more, before an act that needs it fresh
    USER_INVITE = "user.invite"
    USER_JOIN = "user.join"  # the invited person sets a password; her key pair is born
    USER_DISABLE = "user.disable"
    USER_RESET = "user.reset"
    USER_RELEASE = "user.release"  # her failures are forgotten, and nothing else
    MEMBER_ADMIT = "member.admit"
    MEMBER_END = "member.end"
    UNIT_ADD = "unit.add"
    KEY_BIRTH = "key.birth"
    KEY_GRANT = "key.grant"  # an envelope of a drawer key to a further reader
    KEY_REVOKE = "key.revoke"  # its deletion
    KEY_ROTATE = "key.rotate"  # root or trustee secret: a new one counts, what was under it follows
    RECOVERY_RENEW = "recovery.renew"  # new shares; the old ones open nothing that is sealed later
    DRAWER_TURN = "drawer.turn"
    CARD_FILE = "card.file"
    INSTALLATION_BIRTH = "installation.birth"
    BACKUP_MAKE = "backup.make"
    BACKUP_EXPIRE = "backup.expire"  # its keys were deleted, at their day or because it failed
    INSTALLATION_RESTORE = "installation.restore"  # from a backup: sharing is suspended
    RESTORE_CONFIRM = "restore.confirm"  # an officer has compared, and sharing goes on
    # the log and its officers
    LOG_READ = "log.read"
    FIGURES_READ = "figures.read"  # of a year: counts alone
    LOG_VERIFY = "log.verify"
    LOG_PRUNE = "log.prune"  # payloads whose own retention is over; their hashes stay
    LOG_MANIFEST = "log.manifest"  # the newest digests of rows, told again before a pruning
    LOG_WITNESS = "log.witness"  # a cosignature of a head by somebody who keeps it elsewhere
    ROWS_TELL = "rows.tell"  # rows that an act wrote and had no room for, or wrote behind its entry
    REASON_READ = "reason.read"
    REVIEW_SIGN = "review.sign"  # a part of the log is reviewed, up to a checkpoint
    FINDING_NOTE = "finding.note"  # what an officer found; sealed
    FINDING_CLOSE = "finding.close"  # what was done about it
    BREACH_EXPORT = "breach.export"  # whom an account has seen, for a notice (Art. 33 GDPR)
    REPORT_RELEASE = "report.release"  # who saw a client, handed out to her or for her (Art. 15)
    # alarms
    ALARM_SEAL = "alarm.seal"  # a deciding row is not as it was written
    ALARM_KEY = "alarm.key"  # an envelope is missing or does not open
    ALARM_BULK = "alarm.bulk"  # one account opened more clients than an hour's budget allows
    ALARM_KIN = "alarm.kin"  # she who reads has the surname of whom she reads about
    ALARM_ADDRESS = "alarm.address"  # she who reads lives where whom she reads about lives
    ALARM_RECOVERY = "alarm.recovery"  # recovery shares were joined or made anew, or a try
    ALARM_GUESSING = "alarm.guessing"  # so many log-ins in a row have failed for one account
    ALARM_WALL = "alarm.wall"  # somebody asked for a client behind a wall against her
