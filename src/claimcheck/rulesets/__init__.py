"""Rule sets: claims/*.yaml or a raw statement become an immutable RuleSet."""
