"""A refusal carries a code for programs and a sentence for people, wherever it goes."""

import pickle

from app.errors import Rejected


def test_a_refusal_survives_the_way_to_another_process() -> None:
    sent = Rejected("already-closed", "This activity is closed.")
    arrived = pickle.loads(pickle.dumps(sent))
    assert (arrived.code, arrived.text, str(arrived)) == (sent.code, sent.text, str(sent))
