"""Files and lines become segments of prose with exact places. Knows nothing of claims."""
