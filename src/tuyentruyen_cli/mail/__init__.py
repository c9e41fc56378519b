"""Mail as it lies in files and mailboxes, and mail that is sent: messages taken apart, sources, servers.

Knows nothing of weeks, units and figures; ``pipeline`` asks it and decides.
"""
