"""claimcheck as a column function on data engines. Each module here needs its engine, an optional extra."""
