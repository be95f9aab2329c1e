"""What the stages hand over: the document as read, what its cells mean, the issues met."""
