from leaterms.language.verbs import infinitives, is_separable, particle_verb


def test_a_form_with_the_lemma_of_another_word_has_its_verb():
    assert "lichten" in infinitives("licht")
    assert "laten" in infinitives("laat")


def test_a_particle_verb_is_known_by_its_noun():
    assert is_separable("toe", "leiden")
    assert not is_separable("weg", "beslissen")


def test_forms_of_a_particle_verb_that_the_lexicon_lacks():
    assert (particle_verb("toegeleid"), particle_verb("toeleidt")) == ("toeleiden", "toeleiden")
    assert particle_verb("school") == ""
