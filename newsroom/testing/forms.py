"""What a browser would send: the values of a form as a page shows them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from lxml import html as lxml_html


def form_values(response: HttpResponse, form_id: str = "") -> dict[str, Any]:
    """Return the fields of a form on a page, as lists; the last form on the page when no id is given.

    Buttons are not pressed. Rows offered empty are among them, as a browser sends them.
    """
    page = lxml_html.fromstring(response.content.decode())
    form = page.get_element_by_id(form_id) if form_id else page.xpath("//main//form | //div[@id='content']//form")[-1]
    for area in form.iter("textarea"):
        area.value = (area.value or "").removeprefix("\n")  # HTML drops the first line end, the parser does not
    values: dict[str, Any] = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    return values
