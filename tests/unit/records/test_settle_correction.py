from datetime import date

from caseflow.records.change_entry import change_entry
from caseflow.records.record_correction import NotSo, record_correction
from caseflow.records.settle_correction import settle_correction
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Refused
from caseflow.vocabulary.states import CorrectionOutcome
from tests.factories.copies import shared
from tests.factories.corrections import NOT_SO, STAYS, said, settled_so
from tests.factories.house import House
from tests.unit.records.desk_work import do, done, problems, story, traces

WRONG: tuple[tuple[dict[str, str], tuple[str, str]], ...] = (
    ({"outcome": "stands"}, ("reply", "required")),
    ({"outcome": "open", "reply": STAYS}, ("outcome", "no_such_option")),
    ({}, ("outcome", "no_such_option")),
    ({"outcome": "changed"}, ("outcome", "not_changed_yet")),
)


def test_a_piece_that_stays_keeps_her_word_beside_it_with_the_reply(house: House) -> None:
    where = shared(house)
    word = said(house, where.frieda, where.known.id, where.entry)
    settled = settled_so(house, where.berta, word, "stands")
    [beside] = story(house, where.frieda, where.known).entries[0].her_words
    assert (beside.outcome, beside.reply) == (CorrectionOutcome.STANDS, STAYS)
    assert beside.said_on == date(2026, 3, 2)
    assert traces(house, Act.CORRECTION_SETTLE)[-1]["rows"]
    settled_so(house, where.berta, settled, "taken_back", "")
    assert story(house, where.frieda, where.known).entries[0].her_words == ()


def test_it_ends_by_a_change_once_there_was_one_and_in_the_unit_of_the_piece_alone(
    house: House,
) -> None:
    where = shared(house)
    word = said(house, where.frieda, where.known.id, where.entry)
    stays, changed = {"outcome": "stands", "reply": STAYS}, {"outcome": "changed"}
    for actor in (where.frieda, house.actor("wanda", "wohnen")):
        assert do(house, actor, settle_correction, word.id, 1, stays) == Refused()
    assert do(house, where.berta, settle_correction, word.id, 7, stays) == Conflict(1)
    for typed, wrong in WRONG:
        assert problems(do(house, where.berta, settle_correction, word.id, 1, typed)) == {wrong}
    done(do(house, where.berta, change_entry, where.entry, 1, {"text": "Es war der Bruder."}))
    done(do(house, where.berta, settle_correction, word.id, 1, changed))
    assert story(house, where.frieda, where.known).entries[0].her_words == ()
    # What was read to her was changed while she spoke; of a version to come nobody has read to her.
    for read, answered in ((1, Done), (3, Invalid)):
        said_of = NotSo(where.entry, NOT_SO, version=read)
        late = done(do(house, where.frieda, record_correction, where.known.id, said_of))
        answer = do(house, where.berta, settle_correction, late.id, 1, changed)
        assert isinstance(answer, answered)
