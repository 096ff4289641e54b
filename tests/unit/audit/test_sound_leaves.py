from uuid import uuid4

from caseflow.audit.joined_row import ColumnTexts, Joined
from caseflow.audit.leaf_reader import Stretch
from caseflow.audit.read_ahead import read_ahead
from caseflow.audit.sound_leaves import recognise
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log


def test_sound_leaves_are_recognised_and_no_others(log: Log) -> None:
    case = log.case()
    entry = log.access(case, staff=uuid4(), unit=log.unit)
    other = log.access(act=Act.LOGOUT, decision="refused", ended=())
    log.integrate()
    work = log.work()
    with read_ahead(work, 2) as [stretch]:
        assert isinstance(stretch, Stretch)
        [found] = stretch.parts
    work.abandon()
    sound = recognise([found])
    assert sound is not None
    assert sound.hashes == [leaf_hash(each) for each in found.payloads.split(b"\n")]
    assert sound.ids == [str(entry), str(other)]
    assert [[each.id for each in used] for used in sound.used] == [[str(case.id)], []]
    for name in ColumnTexts._fields:
        lines = getattr(found.columns, name).split("\n")
        for wrong in ("\n".join(reversed(lines)), f"{lines[0]}\n\udc80"):
            columns = found.columns._replace(**{name: wrong})
            told = recognise([found._replace(columns=columns)])
            assert told is None or wrong == getattr(found.columns, name), name
    for changed in (found._replace(dashed=not found.dashed), *_with_others(found)):
        assert recognise([changed]) is None
        assert recognise([found, changed]) is None
    assert recognise([]) is None


def _with_others(found: Joined) -> list[Joined]:
    """Return these leaves with hashes or bytes that are not theirs."""
    first, second = found.payloads.split(b"\n")
    instead = [b"{}", second + b" ", b"[" * 9000, b'{"a":' + b"[" * 9000 + second[1:], b""]
    return [
        found._replace(hashes=found.hashes[:32] + leaf_hash(b"")),
        *(
            found._replace(
                payloads=b"\n".join([first, each]), hashes=leaf_hash(first) + leaf_hash(each)
            )
            for each in instead
        ),
    ]
