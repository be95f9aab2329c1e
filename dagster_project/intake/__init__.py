"""What lies in the raw folder: documents and their hashes, sidecars, archives opened
within bounds, the bytes kept once by hash.

Does not belong here: what a document says.
"""
