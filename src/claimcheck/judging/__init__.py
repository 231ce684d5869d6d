"""Comparing a proposition with the claims, deciding, explaining."""
