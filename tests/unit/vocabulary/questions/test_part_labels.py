from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.part_labels import part_label


def test_every_part_of_the_catalogue_has_words_in_both_languages() -> None:
    for question in read_configuration().catalogue.questions:
        if not question.type.single:
            for part in question.type.parts:
                german, english = part_label(part, "de"), part_label(part, "en")
                assert german != part.name.replace("_", " "), part
                assert english, part


def test_a_name_of_the_providers_own_is_shown() -> None:
    assert part_label(Part("seen_by", Kind.TEXT), "de") == "seen by"
