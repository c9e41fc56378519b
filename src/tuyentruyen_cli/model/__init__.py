"""The nouns: frozen values that all stages share.

Standard library only. Every stage may import from here; nothing here imports a stage.
"""
