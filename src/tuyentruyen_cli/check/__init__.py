"""Rules over submissions: within one, among the versions of one unit, and against the week before.

Called by ``pipeline``. A rule is a plain function from submissions to findings; nothing is registered.
"""
