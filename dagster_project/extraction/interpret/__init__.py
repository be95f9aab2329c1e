"""Give every cell its meaning: figures, projects, indicators, scores. One module per layout or question."""
