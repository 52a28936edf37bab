"""The door for agencies that push. No source has a key yet, and without a key the door is shut."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST


@csrf_exempt
@require_POST
def push(request: HttpRequest, source: str) -> HttpResponse:
    """Refuse; the answer is the same for a source that does not exist."""
    return HttpResponseForbidden("No key is configured for this source.\n", content_type="text/plain; charset=utf-8")
