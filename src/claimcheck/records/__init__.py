"""Items to check, read from files of lines, tables or JSON objects, one at a time."""
