"""Keeps the shipped schema as it is read, so that checking one file need not read it anew: run after changing schema.toml."""

from tuyentruyen_cli.campaign.builtin import keep_schema

keep_schema()
