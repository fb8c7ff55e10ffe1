"""What people are called where their names have little room."""

from enacting.language.names import called


def test_people_are_called_by_the_first_words_that_tell_them_apart() -> None:
    assert called(("Amina Benali", "Marie-Françoise de la Tour", "Zoé")) == ("Amina", "Marie-Françoise", "Zoé")
    assert called(("Jean Petit", "jean Grand", "Jean-Luc Roy")) == ("Jean Petit", "jean Grand", "Jean-Luc")


def test_an_initial_is_not_what_somebody_is_called() -> None:
    assert called(("M. Dupont de Nemours", "Eva")) == ("M. Dupont", "Eva")
