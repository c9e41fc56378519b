"""The names of OpenDocument as the parser gives them: ``namespace local``."""

from typing import Final

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE: Final = f"{_OASIS}office:1.0 "
TABLE: Final = f"{_OASIS}table:1.0 "
TEXT: Final = f"{_OASIS}text:1.0 "
STYLE: Final = f"{_OASIS}style:1.0 "
NUMBER: Final = f"{_OASIS}datastyle:1.0 "
DRAW: Final = f"{_OASIS}drawing:1.0 "
MANIFEST: Final = f"{_OASIS}manifest:1.0 "
FO: Final = f"{_OASIS}xsl-fo-compatible:1.0 "
SVG: Final = f"{_OASIS}svg-compatible:1.0 "
# What LibreOffice adds of its own.
CALC: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
