"""What the speed table measures: workbooks, readers, the program run as a user runs it."""
