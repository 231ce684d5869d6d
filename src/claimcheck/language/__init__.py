"""English: a segment becomes tokens and propositions with typed operators."""
