"""Vietnamese text, numbers, durations, dates and legacy encodings: parse beside format. Knows only model."""
