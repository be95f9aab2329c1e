"""Statements with a header over columns: what the columns hold, how rows nest, blocks side by side."""
