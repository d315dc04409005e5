"""Phone numbers, names, codes and PINs as tired people type them."""

import pytest
from hypothesis import given, settings, strategies

from app.errors import Rejected
from app.people import codes
from app.people.names import lang_of, name_of
from app.people.passwords import password_of
from app.people.phones import last_digits, phone_of, spoken
from tests.builders import the_keys


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("94470 12345", "+919447012345"),
        ("094470 12345", "+919447012345"),
        ("+91 94470-12345", "+919447012345"),
        ("0091 94470 12345", "+919447012345"),
        ("919447012345", "+919447012345"),
        ("+91 094470 12345", "+919447012345"),
        ("൯൪൪൭൦ ൧൨൩൪൫", "+919447012345"),
        ("९४४७० १२३४५", "+919447012345"),
        ("+855 12 345 678", "+85512345678"),
        ("00856 20 5555 1234", "+8562055551234"),
    ],
)
def test_a_number_is_understood_however_it_is_written(typed: str, meant: str) -> None:
    assert phone_of(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "12345", "0471 2345678", "94470 1234", "94470 123456", "nine", "+", "+1", "+91 12345 67890", "९x"]
)
def test_what_is_no_number_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Rejected, match="phone-unclear"):
        phone_of(typed)


@given(strategies.text(max_size=30))
@settings(derandomize=True, deadline=None)
def test_a_number_is_either_refused_or_stays_what_it_is(typed: str) -> None:
    try:
        phone = phone_of(typed)
    except Rejected:
        return
    assert phone_of(phone) == phone


def test_a_number_is_shown_as_one_says_it_and_a_slip_ends_it() -> None:
    assert spoken("+919447012345") == "+91 94470 12345"
    assert spoken("+85512345678") == "+85512345678"
    assert last_digits("+919447012345") == "345"


def test_a_number_is_found_by_its_hash_and_read_only_with_the_seal() -> None:
    phones = the_keys().phones
    assert phones.hash("+919447012345") == phones.hash("+919447012345")
    assert "9447012345" not in phones.hash("+919447012345")
    sealed = phones.seal("+919447012345")
    assert b"9447" not in sealed
    assert phones.open(sealed) == "+919447012345"


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("ശ്രീജ", "ml"),
        ("Sreeja K.", "en"),
        ("सुनीता", "hi"),
        ("ಲಕ್ಷ್ಮಿ", "kn"),
        ("សុភា", "km"),
        ("ນາງ", "lo"),
        ("K. രമ", "en"),
    ],
)
def test_the_language_of_a_name_is_seen_in_its_letters(name: str, lang: str) -> None:
    assert lang_of(name_of(name)) == lang


def test_a_name_keeps_its_joiners_and_loses_only_spare_blanks() -> None:
    assert name_of("  അവന്‍   ബിന്ദു ") == "അവന്‍ ബിന്ദു"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "12",
        "☺",
        "x" * 61,
        "Call 94470 12345",
        "Sreeja 94470",
        "see www.example.com",
        "a@b.in",
        "Sree\u202eja",
    ],
)
def test_what_the_whole_batch_should_not_read_is_no_name(typed: str) -> None:
    with pytest.raises(Rejected, match="name-unclear"):
        name_of(typed)


@pytest.mark.parametrize("typed", ["k7w4pq", "K7W 4PQ", " k7w-4pq ", "K 7 W 4 P Q"])
def test_a_room_code_is_understood_in_any_case_with_blanks_anywhere(typed: str) -> None:
    assert codes.code_of(typed) == "K7W4PQ"


@pytest.mark.parametrize("typed", ["", "K7W4P", "K7W4PQR", "K7W4P0", "K7W4PO", "K7W4P1", "K7W4PI", "K7W4P!"])
def test_a_code_never_holds_what_is_mistaken_for_another_letter(typed: str) -> None:
    assert codes.code_of(typed) is None


def test_new_codes_are_codes_and_differ() -> None:
    made = [codes.new_code() for _ in range(200)]
    assert all(codes.code_of(code) == code for code in made)
    assert len(set(made)) == 200


@pytest.mark.parametrize(
    "pin", ["000000", "112211", "123456", "987654", "890123", "321321", "121212", "199019", "202020"]
)
def test_what_everybody_tries_first_is_an_easy_pin(pin: str) -> None:
    assert codes.is_easy(pin) is (pin != "199019")


def test_a_new_pin_has_six_digits_and_is_not_easy() -> None:
    made = [codes.new_pin() for _ in range(500)]
    assert all(len(pin) == 6 and pin.isdecimal() and not codes.is_easy(pin) for pin in made)


def test_a_pin_may_be_typed_with_blanks_and_in_malayalam_digits() -> None:
    assert codes.pin_of("274 193") == "274193"
    assert codes.pin_of("൨൭൪൧൯൩") == "274193"


@pytest.mark.parametrize("typed", ["", "27419", "2741933", "27419x"])
def test_a_pin_that_is_none_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Rejected, match="pin-unclear"):
        codes.pin_of(typed)


def test_a_password_may_be_three_words() -> None:
    assert password_of("three dry boats", "ammini") == "three dry boats"


@pytest.mark.parametrize("typed", ["short", "aaaaaaaaaaaa", "ammini and boats", "x" * 201])
def test_a_weak_password_is_refused(typed: str) -> None:
    with pytest.raises(Rejected, match="password-weak"):
        password_of(typed, "ammini")
