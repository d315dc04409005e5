"""What questions from other programs and questions for them have in common: see `incoming` and `outgoing`."""

OURS = "koottam "  # begins the comment that carries kind, id and keys
FULL = 100.0  # percent of the marks


class Uncarried(Exception):
    """This question cannot be carried over; the words say why."""
