"""Figures: how often the verdicts are right on labelled items."""
