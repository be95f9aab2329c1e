"""Forms: labels with values beside them, and sections of tasks, money and indicators."""
