"""Find the tables of a document: recognise titles, join pages, and read space-aligned forms."""
