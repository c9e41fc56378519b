"""Renders the report of several weeks."""

from functools import partial
from pathlib import Path

from tuyentruyen_cli.model.comparison import SpanKind
from tuyentruyen_cli.model.course import Course
from tuyentruyen_cli.render.course.facts import course_facts
from tuyentruyen_cli.render.course.sentences import span_words
from tuyentruyen_cli.render.course.view import course_view
from tuyentruyen_cli.render.filled import Labels, filled


def render_course(course: Course, template: Path) -> bytes:
    """The official report of several weeks as a Word file. Raises ``RenderError``. Same inputs, same bytes."""
    title = f"Báo cáo {course.campaign.subject}, {span_words(course.main.span)}"
    span = course.main.span
    kind, of = ("bao-cao-thang", span.id) if span.kind is SpanKind.MONTH else ("bao-cao-dot", span.weeks[-1])
    labels = Labels(title, course.campaign.letterhead.issuer, course.as_of, kind, of)
    return filled(template, course_view(course), labels, partial(course_facts, course))
