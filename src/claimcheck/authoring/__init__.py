"""Helping an editor write a rule set."""
