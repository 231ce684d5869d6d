"""Drafts judged sentence by sentence: findings, suppressions, baseline, coverage."""
