"""What went wrong, told to a person."""


class Problem(Exception):
    """Ends the command with exit status 1. The message says what happened and what to do about it."""
