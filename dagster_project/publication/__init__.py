"""How a release reaches its readers: built in a folder of its own, then one pointer is renamed over the old one."""
