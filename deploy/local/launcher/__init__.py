"""The launcher: the whole suite on one machine, with the Python standard library only."""
