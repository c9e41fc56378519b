"""What goes back to senders: their own workbook with the cells marked, a list in Word, a message, a draft of a mail.

Always in Vietnamese. ``pipeline`` calls this; the marking of workbooks runs in its workers.
"""
