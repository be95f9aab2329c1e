"""One module per command: its options, and how its answer is shown. What it does stands elsewhere."""
