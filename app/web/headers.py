"""What the browser may do with our pages: nothing that is not our own.

The rules of this file
- No inline script and no inline style anywhere; a page that needs one is built wrongly.
- Policies go with what can act: pages, drawings, the service worker. Data, styles and scripts are bound by the policy
  of the page that asked for them; 400 bytes with each of them were a twentieth of a phone's first load.
- A page is for the person who asked for it: no shared cache keeps it unless the page says so itself.
"""

import re

from flask import Flask, Response, request

PLAIN_HOST = re.compile(r"[a-z0-9.-]+(:\d+)?|\[[0-9a-f:]+\](:\d+)?", re.IGNORECASE)
INERT = {"application/json", "text/css", "text/javascript"}
HSTS_SECONDS = 31_536_000  # one year, the least that browsers' preload lists ask for


def init_app(app: Flask) -> None:
    app.after_request(protect)


def protect(response: Response) -> Response:
    """Add the headers that a response lacks."""
    headers = response.headers
    headers.setdefault("X-Content-Type-Options", "nosniff")
    # Forms are checked against the page they came from, so our own pages must be told; nobody else is.
    headers.setdefault("Referrer-Policy", "same-origin")
    if response.mimetype not in INERT or "Service-Worker-Allowed" in headers:
        headers.setdefault("Content-Security-Policy", _policy(request.host))
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(self), payment=(), usb=()")
    if request.is_secure:
        headers.setdefault("Strict-Transport-Security", f"max-age={HSTS_SECONDS}")
    if "Cache-Control" not in headers:
        response.cache_control.private = True
        response.cache_control.no_cache = True
    return response


def _policy(host: str) -> str:
    # Safari before 15.4 does not count a websocket of the same host as 'self', so it is named.
    sockets = f" ws://{host} wss://{host}" if PLAIN_HOST.fullmatch(host) else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self' blob:",  # a voice answer is heard before it is sent
            f"connect-src 'self'{sockets}",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )
