"""A figure, or why there is none, as it stands on the screen."""

from tuyentruyen_cli.model.figure import Figure
from tuyentruyen_cli.model.schema import Measure
from tuyentruyen_cli.render.lookup import in_table
from tuyentruyen_cli.texts import say


def shown_figure(measure: Measure, figure: Figure | None, lang: str) -> str:
    """``~`` before what is approximate, ``*`` after what a person decided; of a refused one what is known of it."""
    if figure is None or (figure.value is None and figure.why == ("missing",)):
        return "–"
    if figure.value is not None:
        return ("~" if figure.approximate else "") + in_table(measure, figure.value) + ("*" if figure.decided else "")
    if figure.known is not None and figure.known.value:
        return say("cli.at-least", lang, value=in_table(measure, figure.known.value), open=figure.known.open)
    return say("cli.blank" if figure.why == ("not-stated",) else "cli.refused", lang)
